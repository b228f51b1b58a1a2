package org.mswada.importing.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineReaderTest {
    @Test
    void lines_of_any_length_come_out_as_they_went_in() throws IOException {
        Random random = new Random(3);
        List<String> lines = IntStream.range(0, 300)
                .mapToObj(number -> Character.toString('a' + number % 26).repeat(random.nextInt(3_000)
                        * (number % 50 == 0 ? 100 : 1)))
                .toList();
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        List<String> read = new ArrayList<>();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes))) {
            while (reader.next()) {
                read.add(new String(reader.bytes(), 0, reader.length(), StandardCharsets.UTF_8));
                assertThat(reader.number()).isEqualTo(read.size());
            }
        }
        assertThat(read).isEqualTo(lines);
    }

    @Test
    void a_line_at_the_limit_is_kept_and_one_byte_more_is_not() throws IOException {
        byte[] bytes = new byte[2 * LineReader.MAXIMUM_LINE_BYTES + 4];
        bytes[LineReader.MAXIMUM_LINE_BYTES] = '\n';
        bytes[2 * LineReader.MAXIMUM_LINE_BYTES + 2] = '\n';
        bytes[2 * LineReader.MAXIMUM_LINE_BYTES + 3] = 'x';
        try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.isTooLong()).isFalse();
            assertThat(reader.length()).isEqualTo(LineReader.MAXIMUM_LINE_BYTES);
            assertThat(reader.next()).isTrue();
            assertThat(reader.isTooLong()).isTrue();
            assertThat(reader.isBlank()).isFalse();
            assertThat(reader.next()).isTrue();
            assertThat(reader.isTooLong()).isFalse();
            assertThat(reader.length()).isEqualTo(1);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void an_endless_line_takes_no_more_memory_than_the_limit() throws IOException {
        try (LineReader reader = new LineReader(new Zeros(1L << 30))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.isTooLong()).isTrue();
            assertThat(reader.bytes().length).isLessThanOrEqualTo(LineReader.MAXIMUM_LINE_BYTES);
        }
    }

    /** A stream of one GiB that is nowhere in memory. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            left--;
            return left < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(left, length);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
