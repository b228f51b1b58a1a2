package org.mswada.support.faultinjection;

import java.nio.charset.StandardCharsets;

/**
 * One message after the login (manual, section 54.7): type, length, body.
 *
 * @param bytes all of it; never changed
 */
// The bytes are shared, not copied, on the way through the proxy; nobody compares messages.
@SuppressWarnings("ArrayRecordComponent")
record Message(byte[] bytes) {
    private static final int BODY = 5;

    char type() {
        return (char) bytes[0];
    }

    /** The first byte of the body: the state in ReadyForQuery, the kind in Close. */
    char firstByte() {
        return (char) bytes[BODY];
    }

    /** The zero-terminated string of that number, counted from 0, that the body begins with. */
    String string(int number) {
        int begin = BODY;
        for (int skipped = 0; skipped < number; skipped++) {
            begin = end(begin) + 1;
        }
        return text(begin);
    }

    /** The string behind the first byte, as in Close. */
    String stringAfterFirstByte() {
        return text(BODY + 1);
    }

    private String text(int begin) {
        return new String(bytes, begin, end(begin) - begin, StandardCharsets.UTF_8);
    }

    private int end(int begin) {
        int position = begin;
        while (bytes[position] != 0) {
            position++;
        }
        return position;
    }
}
