package org.mswada.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/configuration.md to the code. {@code -Dmswada.write.docs=true} writes the table into it. */
final class ConfigurationDocumentationTest {
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->\n";

    @Test
    void every_setting_is_documented_as_it_is() throws IOException {
        Path file = Path.of(System.getProperty("mswada.repository.root"), "docs", "configuration.md");
        String text = Files.readString(file);
        assertThat(text).contains(BEGIN, END);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (Boolean.getBoolean("mswada.write.docs")) {
            Files.writeString(file, text.substring(0, begin) + table() + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end)).as("the table in %s; to write it anew: mvn verify -pl bootstrap -am "
                + "-Dtest=ConfigurationDocumentationTest -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=none "
                + "-Dfailsafe.failIfNoSpecifiedTests=false -Dmswada.write.docs=true", file).isEqualTo(table());
    }

    private static String table() {
        return """
                | key | variable | default | meaning |
                |---|---|---|---|
                """ + Arrays.stream(Key.values()).map(key -> "| `" + key.dotted() + "` | `" + key.variable() + "` | "
                + key.defaults() + " | " + key.meaning() + " |\n").collect(Collectors.joining());
    }
}
