package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/fault-injection.md shows is what a test runs, and all public types are named there. */
final class DocumentationTest {
    private static final Path ROOT = Path.of(System.getProperty("mswada.repository.root"));
    private static final Path MODULE = ROOT.resolve("support/fault-injection/src");
    private static final String PACKAGE = "java/org/mswada/support/faultinjection";
    private static final Pattern REGION = Pattern.compile("( *)// tag::(\\w+)\\[]\n(.*?) *// end::\\2\\[]\n",
            Pattern.DOTALL);
    private static final Pattern SNIPPET = Pattern.compile("(?:<!-- example: (\\w+) -->\n)?```java\n(.*?)```",
            Pattern.DOTALL);
    private static final Pattern PUBLIC_TYPE = Pattern.compile("^public [a-z ]*(?:class|record|interface|enum) (\\w+)",
            Pattern.MULTILINE);

    private static String documentation() throws IOException {
        return Files.readString(ROOT.resolve("docs/fault-injection.md"));
    }

    @Test
    void each_snippet_is_the_text_of_a_running_test() throws IOException {
        Map<String, String> regions = new LinkedHashMap<>();
        Matcher region = REGION
                .matcher(Files.readString(MODULE.resolve("test/" + PACKAGE + "/FaultInjectionExamplesTest.java")));
        while (region.find()) {
            regions.put(region.group(2), region.group(3).stripTrailing().stripIndent() + "\n");
        }
        Map<String, String> snippets = new LinkedHashMap<>();
        Matcher snippet = SNIPPET.matcher(documentation());
        while (snippet.find()) {
            snippets.put(String.valueOf(snippet.group(1)), snippet.group(2));
        }
        assertThat(regions).hasSize(8);
        assertThat(snippets).containsExactlyInAnyOrderEntriesOf(regions);
    }

    @Test
    void each_public_type_is_named() throws IOException {
        String documentation = documentation();
        try (Stream<Path> files = Files.list(MODULE.resolve("main/" + PACKAGE))) {
            for (Path file : files.toList()) {
                Matcher type = PUBLIC_TYPE.matcher(Files.readString(file));
                if (type.find()) {
                    assertThat(documentation).contains("`" + type.group(1));
                }
            }
        }
    }
}
