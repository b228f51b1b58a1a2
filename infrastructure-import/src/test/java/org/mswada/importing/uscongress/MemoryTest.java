package org.mswada.importing.uscongress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.importing.lines.LineSource;

/**
 * An import in a JVM of a small heap, half of the 256 MiB in which it must fit together with the database's driver. Its
 * lines are as long as they may be and hold what grows most in memory: short texts, no two the same.
 */
final class MemoryTest {
    private static final String HEAP = "-Xmx128m";
    private static final int LINES = 12;
    private static final int OUT_OF_MEMORY = 3;
    private static final int MINUTES = 3;

    @TempDir
    private static Path folder;
    private static Path bills = Path.of("");

    @BeforeAll
    static void write() throws IOException {
        bills = folder.resolve("bills.ndjson.gz");
        String subjects = "\"subjects\":[" + subjects(LineSource.MAXIMUM_LINE_BYTES - CongressLines.bill(1).length());
        try (OutputStream file = Files.newOutputStream(bills);
                OutputStream out = new BufferedOutputStream(new GZIPOutputStream(file))) {
            for (int number = 1; number <= LINES; number++) {
                out.write(CongressLines.utf8(CongressLines.bill(number).replace("\"subjects\":[", subjects) + "\n"));
            }
        }
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
        run("import", 0);
    }

    /** Else the test above would say nothing. */
    @Test
    void as_many_of_them_as_one_batch_may_hold_items_do_not() throws Exception {
        run("hold", OUT_OF_MEMORY);
    }

    private static void run(String what, int exitValue) throws IOException, InterruptedException {
        Path said = folder.resolve(what + ".txt");
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-cp",
                System.getProperty("java.class.path"), SmallMemory.class.getName(), what, bills.toString(),
                Integer.toString(LINES))).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isEqualTo(exitValue);
        } finally {
            process.destroyForcibly();
        }
    }
}
