package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/migration-guide.md shows in Java is what a test runs. */
final class MigrationGuideTest {
    private static final Path ROOT = Path.of(System.getProperty("mswada.repository.root"));
    private static final Pattern REGION = Pattern.compile(" *// tag::(\\w+)\\[]\n(.*?) *// end::\\1\\[]\n",
            Pattern.DOTALL);
    private static final Pattern SNIPPET = Pattern.compile("<!-- example: (\\w+) -->\n```java\n(.*?)```",
            Pattern.DOTALL);

    @Test
    void each_snippet_is_the_text_of_a_running_test() throws IOException {
        Map<String, String> examples = found(REGION, "infrastructure-db/src/test/java/org/mswada/db/service/"
                + "MigrationGuideExamplesTest.java");
        Map<String, String> snippets = found(SNIPPET, "docs/migration-guide.md");

        assertThat(snippets).hasSize(4).isEqualTo(examples);
    }

    private static Map<String, String> found(Pattern pattern, String file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Matcher matcher = pattern.matcher(Files.readString(ROOT.resolve(file)));
        while (matcher.find()) {
            texts.put(matcher.group(1), matcher.group(2).stripTrailing().stripIndent());
        }
        return texts;
    }
}
