package org.mswada.bootstrap.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.InvalidConfig;
import org.mswada.bootstrap.config.ServerConfig;

/** Looks at the whole installation and changes nothing; what cannot be looked at is a finding too. */
public final class Doctor {
    private final ConfigSources sources;

    /** Will look at what this configuration says. */
    public Doctor(ConfigSources sources) {
        this.sources = sources;
    }

    /** Looks, which may take half a minute, and returns everything that was found; holds no secret. */
    public List<Diagnosis> examine() {
        List<Diagnosis> found = new ArrayList<>();
        examinations().forEach(examination -> found.addAll(examine(examination)));
        return found;
    }

    private Stream<Examination> examinations() {
        Stream<Examination> always = Stream.of(new MachineExamination(), new ConfigurationExamination(sources));
        try {
            ServerConfig config = ConfigReader.read(sources);
            return Stream.concat(always, Stream.of(new DataFolderExamination(config), new ServerExamination(config),
                    new DatabaseExamination(config)));
        } catch (InvalidConfig toldByItsExamination) {
            return always;
        }
    }

    private static List<Diagnosis> examine(Examination examination) {
        try {
            return examination.examine();
        } catch (Exception e) {
            return List.of(Diagnosis.failed(examination.subject(), "could not look: " + e.getMessage(),
                    "Mend what the message says, and look again."));
        }
    }
}
