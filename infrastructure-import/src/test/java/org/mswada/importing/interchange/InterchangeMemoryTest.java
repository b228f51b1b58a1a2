package org.mswada.importing.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.importing.lines.LineSource;

/** Lines as long as they may be, full of what grows most in memory, in half the heap that an import is promised to need. */
final class InterchangeMemoryTest {
    private static final String HEAP = "-Xmx128m";
    private static final int FEW = 6;
    private static final int MANY = 14;
    private static final int OUT_OF_MEMORY = 3;
    private static final int MINUTES = 2;

    @TempDir
    private Path folder;

    private Path bills(int count) throws IOException {
        String subjects = "\"subjects\":[" + subjects(LineSource.MAXIMUM_LINE_BYTES - SampleLines.BILL.length() - 10);
        List<String> lines = new ArrayList<>(SampleLines.ALL.subList(0, 4));
        for (int number = 1; number <= count; number++) {
            lines.add(SampleLines.BILL.replace("\"subjects\":[", subjects).replace("NAB 12", "NAB " + number));
        }
        return Files.write(folder.resolve("bills.ndjson"), lines);
    }

    private static String subjects(int atMost) {
        StringBuilder subjects = new StringBuilder(atMost);
        for (int number = 0; subjects.length() < atMost - 10; number++) {
            subjects.append('"').append(Integer.toString(number, Character.MAX_RADIX)).append("\",");
        }
        return subjects.toString();
    }

    @Test
    void the_longest_lines_of_the_most_subjects_fit_a_small_memory() throws Exception {
        assertThat(exitValue("import", FEW)).isZero();
    }

    /** Else the test above would say nothing. */
    @Test
    @Tag("soak")
    void all_of_them_together_do_not() throws Exception {
        assertThat(exitValue("hold", MANY)).isEqualTo(OUT_OF_MEMORY);
    }

    private int exitValue(String what, int count) throws IOException, InterruptedException {
        Path said = folder.resolve(what + ".txt");
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-cp",
                System.getProperty("java.class.path"), SmallMemory.class.getName(), what, bills(count).toString(),
                Integer.toString(count + SampleLines.ALL.size() - 2))).redirectErrorStream(true)
                .redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isIn(0, OUT_OF_MEMORY);
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
