package org.mswada.bootstrap.doctor;

import java.util.List;
import java.util.stream.Collectors;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.InvalidConfig;
import org.mswada.bootstrap.config.Setting;
import org.mswada.bootstrap.config.Settings;

/** Whether the configuration can be used, and what somebody set. */
final class ConfigurationExamination implements Examination {
    private final ConfigSources sources;

    ConfigurationExamination(ConfigSources sources) {
        this.sources = sources;
    }

    @Override
    public String subject() {
        return "configuration";
    }

    @Override
    public List<Diagnosis> examine() {
        String set = Settings.read(sources).all().stream().filter(ConfigurationExamination::isGiven)
                .map(Setting::toString).collect(Collectors.joining(", "));
        String given = set.isEmpty() ? "nothing is set, so it is development with an embedded database" : set;
        try {
            ConfigReader.read(sources);
            return List.of(Diagnosis.ok("configuration", given));
        } catch (InvalidConfig invalid) {
            return List.of(Diagnosis.failed("configuration", given, String.valueOf(invalid.getMessage())));
        }
    }

    private static boolean isGiven(Setting setting) {
        return setting.value() != null && setting.origin().isGiven();
    }
}
