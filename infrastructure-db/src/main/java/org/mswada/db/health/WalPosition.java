package org.mswada.db.health;

import java.util.Locale;

/** A position in the write-ahead log: PostgreSQL's text for it ({@code 16/B374D848}) and the number that it stands for. */
public final class WalPosition {
    private static final int HALF = Integer.SIZE;
    private static final int HEXADECIMAL = 16;

    private WalPosition() {}

    /** Reads a {@code pg_lsn} as text. */
    public static long parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no position in the write-ahead log: PostgreSQL writes "
                            + "two hexadecimal numbers with a slash between");
        }
        return half(text, 0, slash) << HALF | half(text, slash + 1, text.length());
    }

    private static long half(String text, int begin, int end) {
        return Integer.toUnsignedLong(Integer.parseUnsignedInt(text, begin, end, HEXADECIMAL));
    }

    /** Returns PostgreSQL's text for it. */
    public static String text(long lsn) {
        return Integer.toHexString((int) (lsn >>> HALF)).toUpperCase(Locale.ROOT) + "/"
                + Integer.toHexString((int) lsn).toUpperCase(Locale.ROOT);
    }
}
