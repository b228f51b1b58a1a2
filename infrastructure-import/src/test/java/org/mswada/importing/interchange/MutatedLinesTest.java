package org.mswada.importing.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.application.importing.ImportedRecord;
import org.mswada.application.importing.Rejection;

/** Valid lines into which chance has struck. */
final class MutatedLinesTest {
    private static final int ROUNDS = 20_000;
    private static final long SEED = 20_261_125;
    private static final int IN_A_FILE = 500;
    private static final List<String> PIECES = List.of("null", "true", "-1e999", "\"\"", "[]", "{}", "{\"a\":{}}",
            "\"\\u0000\"", "\"\\udc00\"", "\"9999-99-99\"", ",", "\"type\":\"bill\",", "\\", "\"", "[[[[", "\t",
            "\uFEFF",
            "\"x\":\"y\",", "999999999999999999999999");

    @TempDir
    private Path folder;

    /** Whatever stands there, a line is one whole record, or one rejection that names the line and the place in it. */
    @Test
    void become_a_whole_record_or_a_rejection_with_line_and_pointer() {
        Random random = new Random(SEED);
        int rejected = 0;
        for (int round = 0; round < ROUNDS; round += IN_A_FILE) {
            List<String> lines = new ArrayList<>(SampleLines.ALL);
            for (int line = 0; line < IN_A_FILE; line++) {
                lines.add(mutated(SampleLines.ALL.get(1 + random.nextInt(4)), random));
            }
            ReadBack read = ReadBack.of(folder, lines);
            assertThat(read.records().size() + read.rejections().size()).isEqualTo(4 + IN_A_FILE);
            assertThat(read.rejections()).as("seed %d, round %d", SEED, round)
                    .allSatisfy(MutatedLinesTest::isNamed);
            comesBack(read.records());
            rejected += read.rejections().size();
        }
        assertThat(rejected).as("most mutations break a line").isGreaterThan(ROUNDS / 2);
    }

    private static void isNamed(Rejection rejection) {
        assertThat(rejection.location().line()).isGreaterThan(5);
        assertThat(rejection.reason()).matches("(?s)(/|the line ).*").hasSizeLessThan(30_000);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(rejection.reason())).isTrue();
    }

    /** What was accepted is what the line says: written again, it reads the same. */
    private void comesBack(List<ImportedRecord> records) {
        List<String> lines = new ArrayList<>(List.of(InterchangeLines.HEADER));
        records.forEach(record -> lines.add(InterchangeLines.of(record)));
        ReadBack again = ReadBack.of(folder, lines);
        assertThat(again.reasons()).isEmpty();
        assertThat(again.records()).isEqualTo(records);
    }

    /** Without line feeds, so that a line stays one, and never blank or a header. */
    private static String mutated(String line, Random random) {
        StringBuilder text = new StringBuilder(line);
        int strikes = 1 + random.nextInt(3);
        for (int strike = 0; strike < strikes; strike++) {
            int place = 1 + random.nextInt(text.length() - 1);
            int end = Math.min(text.length(), place + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(place, Math.min(end, text.length()));
                case 1 -> text.insert(place, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.setCharAt(place, (char) (' ' + random.nextInt(95)));
                case 3 -> text.insert(place, text.substring(place, end));
                default -> {
                    int colon = text.indexOf(":", place);
                    text.insert(colon < 0 ? place : colon + 1, PIECES.get(random.nextInt(PIECES.size())));
                }
            }
        }
        return text.toString();
    }
}
