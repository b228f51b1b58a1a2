package org.mswada.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the tables of settings in the documents to the code. {@code -Dmswada.write.docs=true} writes them into these. */
final class ConfigurationDocumentationTest {
    @Test
    void every_setting_is_documented_as_it_is() throws IOException {
        holds("configuration.md", "settings", """
                | key | variable | default | meaning |
                |---|---|---|---|
                """ + Arrays.stream(Key.values()).map(key -> "| `" + key.dotted() + "` | `" + key.variable() + "` | "
                + key.defaults() + " | " + key.meaning() + " |\n").collect(Collectors.joining()));
    }

    @Test
    void every_setting_of_the_database_is_where_operators_look_with_its_unit() throws IOException {
        holds("operations.md", "database settings", """
                | setting | default | unit | effect |
                |---|---|---|---|
                """ + Arrays.stream(Key.values()).filter(key -> key.dotted().startsWith("db."))
                .map(key -> "| `" + key.variable() + "` | " + key.defaults() + " | " + key.unit() + " | "
                        + key.meaning() + " |\n")
                .collect(Collectors.joining()));
    }

    private static void holds(String document, String name, String table) throws IOException {
        Path file = Path.of(System.getProperty("mswada.repository.root"), "docs", document);
        String first = "<!-- " + name + " -->\n";
        String last = "<!-- /" + name + " -->\n";
        String text = Files.readString(file);
        assertThat(text).contains(first, last);
        int begin = text.indexOf(first) + first.length();
        int end = text.indexOf(last);
        if (Boolean.getBoolean("mswada.write.docs")) {
            Files.writeString(file, text.substring(0, begin) + table + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end)).as("the table in %s; to write it anew: mvn verify -pl bootstrap -am "
                + "-Dtest=ConfigurationDocumentationTest -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=none "
                + "-Dfailsafe.failIfNoSpecifiedTests=false -Dmswada.write.docs=true", file).isEqualTo(table);
    }
}
