package org.mswada.importing.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines as bytes into one buffer that is used again. A line that is too long is passed over, not buffered. */
final class LineReader implements AutoCloseable {
    /** Six times the longest line of three Congresses; what can be built from one line fits a small heap. */
    static final int MAXIMUM_LINE_BYTES = 2 << 20;
    private static final int CHUNK_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int position;
    private int limit;
    private byte[] line = new byte[CHUNK_BYTES];
    private int length;
    private boolean tooLong;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line and returns whether there is one. After an exception, the number is that of the lost line. */
    boolean next() throws IOException {
        number++;
        length = 0;
        tooLong = false;
        while (fill()) {
            int end = endOfLine();
            append(end);
            position = end + 1;
            if (end < limit) {
                return true;
            }
        }
        return length > 0 || tooLong;
    }

    private boolean fill() throws IOException {
        if (position >= limit) {
            limit = in.read(chunk);
            position = 0;
        }
        return limit > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < limit && chunk[end] != '\n') {
            end++;
        }
        return end;
    }

    private void append(int end) {
        int needed = length + end - position;
        if (tooLong || needed > MAXIMUM_LINE_BYTES) {
            tooLong = true;
            return;
        }
        if (needed > line.length) {
            line = Arrays.copyOf(line, Math.min(Math.max(needed, 2 * line.length), MAXIMUM_LINE_BYTES));
        }
        System.arraycopy(chunk, position, line, length, end - position);
        length = needed;
    }

    /** Returns whether the line holds nothing but spaces, tabs and carriage returns. */
    boolean isBlank() {
        for (int place = 0; place < length; place++) {
            if (line[place] != ' ' && line[place] != '\t' && line[place] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** Returns the line in the first {@link #length()} bytes of a buffer, valid until the next line. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Returns the number of the line, from 1. */
    long number() {
        return number;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException alreadyRead) {
            // Nothing was written, so a stream that does not close well has lost nothing.
        }
    }
}
