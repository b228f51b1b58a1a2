package org.mswada.importing.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a bill is about.
 *
 * @param area the field, after which a committee is named
 * @param matter the matter itself
 */
record DemoTopic(String area, String matter) {
    static final List<DemoTopic> ALL = List
            .of("Agriculture:seed quality,livestock insurance,farm roads,grain storage",
                    "Communications:community radio,broadband access,data protection,postal services",
                    "Education:school meals,teacher training,public libraries,distance learning",
                    "Energy:solar power,rural electrification,energy meters,power lines",
                    "Environment:forest protection,clean rivers,waste collection,wildlife corridors",
                    "Finance:public procurement,savings cooperatives,local taxes,budget reports",
                    "Health:rural clinics,vaccine supply,mental health care,nurse licences",
                    "Housing:tenants' deposits,building safety,social housing,land registers",
                    "Justice:legal aid,small claims courts,jury service,prison education",
                    "Transport:road safety,bus services,bicycle lanes,harbour dues")
            .stream().flatMap(line -> Arrays.stream(line.substring(line.indexOf(':') + 1).split(",", -1))
                    .map(matter -> new DemoTopic(line.substring(0, line.indexOf(':')), matter)))
            .toList();

    /** Returns the matter as it begins a line. */
    String heading() {
        return matter.substring(0, 1).toUpperCase(Locale.ROOT) + matter.substring(1);
    }
}
