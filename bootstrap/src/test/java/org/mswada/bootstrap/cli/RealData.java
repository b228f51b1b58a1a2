package org.mswada.bootstrap.cli;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Public data with ground truth; where the default folder is missing, the test is skipped with a message. */
final class RealData {
    private static final String VARIABLE = "MSWADA_REAL_DATA";

    private RealData() {}

    static Path file(String name) {
        String named = System.getenv(VARIABLE);
        Path folder = named == null
                ? Path.of(System.getProperty("mswada.repository.root"), "..", "shared", "data")
                : Path.of(named);
        Path file = folder.resolve(name);
        if (Files.isReadable(file)) {
            return file;
        }
        if (named != null) {
            throw new AssertionError(VARIABLE + " is " + named + ", but " + name + " is not in it");
        }
        return abort("no real data in " + folder + ": set " + VARIABLE + " to test with them");
    }

    static JsonNode expected() {
        return JsonMapper.shared().readTree(file("EXPECTED.json"));
    }
}
