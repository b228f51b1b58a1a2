package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds "When it does not start" in docs/operations.md to the tests: each message there is one that a test has seen. */
final class StartFailureDocumentationTest {
    private static final Path ROOT = Path.of(System.getProperty("mswada.repository.root"));
    private static final Path TESTS = ROOT.resolve("bootstrap/src/test/java/org/mswada/bootstrap");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final int LEAST_MESSAGES = 15;

    @Test
    void every_message_in_it_is_seen_by_a_test() throws IOException {
        String text = Files.readString(ROOT.resolve("docs/operations.md"));
        Matcher messages = MESSAGE.matcher(text.substring(text.indexOf("## When it does not start")));
        List<String> documented = messages.results().map(found -> found.group(1)).toList();
        String tests = Files.readString(TESTS.resolve("cli/ServeFailureTest.java"))
                + Files.readString(TESTS.resolve("cli/ServeDatabaseFailureTest.java"))
                + Files.readString(TESTS.resolve("cli/ServeTlsTest.java"))
                + Files.readString(TESTS.resolve("LauncherTest.java"));

        assertThat(documented).hasSizeGreaterThan(LEAST_MESSAGES)
                .allSatisfy(message -> assertThat(tests).contains(message));
    }
}
