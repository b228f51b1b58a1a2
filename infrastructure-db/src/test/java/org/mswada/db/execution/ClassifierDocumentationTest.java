package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds docs/resilience.md to the code. {@code -Dmswada.write.docs=true} writes the table into it. */
final class ClassifierDocumentationTest {
    private static final String BEGIN = "<!-- classifier -->\n";
    private static final String END = "<!-- /classifier -->\n";

    @Test
    void the_documented_table_is_the_one_that_decides() throws IOException {
        Path file = Path.of(System.getProperty("mswada.repository.root"), "docs", "resilience.md");
        String text = Files.readString(file);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(text).contains(BEGIN, END);
        if (Boolean.getBoolean("mswada.write.docs")) {
            Files.writeString(file, text.substring(0, begin) + FailureClassifier.markdown() + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end)).as("the table in %s; to write it anew: mvn verify -pl infrastructure-db "
                + "-am -Dtest=ClassifierDocumentationTest -Dsurefire.failIfNoSpecifiedTests=false "
                + "-Dmswada.write.docs=true", file).isEqualTo(FailureClassifier.markdown());
    }
}
