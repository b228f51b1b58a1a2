package org.mswada.importing.uscongress;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** Finds the real data: in MSWADA_REAL_DATA, which then must exist, or beside the repository, where it may be missing. */
public final class RealData {
    private static final String VARIABLE = "MSWADA_REAL_DATA";

    private RealData() {}

    /** Returns the folder of the real data. */
    public static Path directory() {
        String set = System.getenv(VARIABLE);
        Path directory = set == null
                ? Path.of(System.getProperty("mswada.repository.root")).resolve("../shared/data").normalize()
                : Path.of(set);
        if (!Files.isDirectory(directory)) {
            String message = "no real data at " + directory + "; set " + VARIABLE + " to the folder that holds it";
            Assumptions.assumeTrue(set != null, message);
            throw new AssertionError(message);
        }
        return directory;
    }

    /** Returns the file of the bills of a Congress, or of the sample. */
    public static Path bills(String name) {
        return directory().resolve("us-congress-bills").resolve("bills-" + name + ".ndjson.gz");
    }
}
