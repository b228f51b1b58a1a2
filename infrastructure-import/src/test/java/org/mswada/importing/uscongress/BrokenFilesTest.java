package org.mswada.importing.uscongress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.application.importing.SourceLocation;

/** A broken file before a good one: each time the good one must come through. */
final class BrokenFilesTest {
    private static final int BILLS = 200;

    @TempDir
    private Path folder;
    private Path good;
    private Path bad;

    @BeforeEach
    void write() throws IOException {
        good = Files.write(folder.resolve("good.ndjson.gz"), CongressLines.gzip(CongressLines.bill(9999) + "\n"));
        bad = folder.resolve("bad.ndjson.gz");
    }

    private Items badThenGood() {
        Items items = Items.of(bad, good);
        assertThat(items.numbers().getLast()).isEqualTo("HR 9999");
        return items;
    }

    private static String manyBills() {
        return IntStream.rangeClosed(1, BILLS).mapToObj(CongressLines::bill)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void a_file_that_is_not_there_is_reported_by_name() {
        Items items = badThenGood();
        assertThat(items.broken()).hasSize(1);
        assertThat(items.broken().getFirst().location()).isEqualTo(new SourceLocation(bad.toString(), 1));
        assertThat(items.reasons().getFirst()).isEqualTo("there is no file " + bad + "; check its path");
    }

    @Test
    void a_folder_is_reported() throws IOException {
        Files.createDirectory(bad);
        assertThat(badThenGood().reasons()).singleElement().asString().startsWith(bad + " cannot be read")
                .endsWith("check that it is a file and that its disk is well");
    }

    @Test
    void a_file_without_read_permission_is_reported() throws IOException {
        Files.write(bad, new byte[]{'x'});
        Files.setPosixFilePermissions(bad, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(bad), "this user reads everything");
        assertThat(badThenGood().reasons()).singleElement().asString().contains("give it the right to read");
    }

    @Test
    void empty_files_and_blank_lines_yield_nothing() throws IOException {
        Files.write(bad, new byte[0]);
        assertThat(badThenGood().all()).hasSize(1);
        Files.write(bad, CongressLines.gzip(""));
        assertThat(badThenGood().all()).hasSize(1);
        Files.write(bad, CongressLines.utf8("\n \t\r\n\n" + CongressLines.bill(1) + "\r\n\n"));
        Items items = badThenGood();
        assertThat(items.broken()).isEmpty();
        assertThat(items.all().getFirst().location().line()).isEqualTo(4);
    }

    @Test
    void a_last_line_without_line_feed_is_read() throws IOException {
        Files.write(bad, CongressLines.utf8(CongressLines.bill(1)));
        assertThat(badThenGood().numbers()).containsExactly("HR 1", "HR 9999");
    }

    @Test
    void gzip_is_known_by_its_first_bytes_and_may_have_several_members() throws IOException {
        Path plainName = folder.resolve("plain.ndjson");
        Files.write(plainName, CongressLines.gzip(CongressLines.bill(1) + "\n"));
        Files.write(plainName, CongressLines.gzip(CongressLines.bill(2) + "\n"),
                StandardOpenOption.APPEND);
        Files.write(bad, CongressLines.utf8(CongressLines.bill(3)));
        Items items = Items.of(plainName, bad);
        assertThat(items.numbers()).containsExactly("HR 1", "HR 2", "HR 3");
        assertThat(items.broken()).isEmpty();
    }

    @Test
    void a_gzip_file_cut_anywhere_yields_its_whole_lines_and_one_report() throws IOException {
        byte[] packed = CongressLines.gzip(manyBills());
        Random random = new Random(7);
        IntStream cuts = IntStream.concat(IntStream.of(2, 9, 10, 11, packed.length - 9, packed.length - 8,
                packed.length - 1), random.ints(60, 12, packed.length));
        for (int cut : cuts.toArray()) {
            Files.write(bad, Arrays.copyOf(packed, cut));
            Items items = badThenGood();
            int whole = items.bills().size() - 1;
            assertThat(items.numbers().subList(0, whole))
                    .isEqualTo(IntStream.rangeClosed(1, whole).mapToObj(number -> "HR " + number).toList());
            assertThat(items.broken()).as("cut at %d", cut).hasSize(1);
            assertThat(items.broken().getFirst().location())
                    .isEqualTo(new SourceLocation(bad.toString(), whole + 1L));
            assertThat(items.reasons().getFirst()).contains(bad.toString(), "get the file again");
        }
        assertThat(Items.of(Files.write(bad, packed)).bills()).hasSize(BILLS);
    }

    @Test
    void all_lines_before_a_cut_trailer_are_read() throws IOException {
        byte[] packed = CongressLines.gzip(manyBills());
        Files.write(bad, Arrays.copyOf(packed, packed.length - 1));
        assertThat(badThenGood().bills()).hasSize(BILLS + 1);
    }

    @Test
    void garbage_in_or_after_gzip_data_is_reported() throws IOException {
        byte[] packed = CongressLines.gzip(manyBills());
        byte[] noise = new byte[4096];
        new Random(11).nextBytes(noise);
        System.arraycopy(new byte[]{0x1f, (byte) 0x8b}, 0, noise, 0, 2);
        Files.write(bad, noise);
        assertThat(badThenGood().reasons()).singleElement().asString().contains("corrupt gzip data");

        byte[] flipped = packed.clone();
        flipped[packed.length - 6] ^= 1;
        Files.write(bad, flipped);
        assertThat(badThenGood().reasons()).singleElement().asString().contains("corrupt gzip data");

        Files.write(bad, packed);
        Files.write(bad, Arrays.copyOf(noise, 40), StandardOpenOption.APPEND);
        Items items = badThenGood();
        assertThat(items.bills()).hasSize(BILLS + 1);
        assertThat(items.reasons()).singleElement().asString().contains("corrupt gzip data");
    }
}
