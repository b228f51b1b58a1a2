package org.mswada.domain.storage;

import java.util.Base64;
import java.util.Optional;

/**
 * How far the database had come: a read that carries it sees all that was stored up to there, on whichever server it runs.
 * Its text is for whoever gets it to keep and to send back, and for nobody to look into.
 *
 * @param systemIdentifier which database cluster, as {@code pg_control_system()} says
 * @param timeline which of its histories: each promotion begins a new one, with the next number
 * @param lsn the position in the write-ahead log
 */
public record ConsistencyToken(String systemIdentifier, int timeline, long lsn) {
    private static final byte FORMAT = 1;
    private static final int CLUSTER_AT = Byte.BYTES;
    private static final int TIMELINE_AT = CLUSTER_AT + Long.BYTES;
    private static final int LSN_AT = TIMELINE_AT + Integer.BYTES;
    private static final int BYTES = LSN_AT + Long.BYTES;
    private static final int CHARACTERS = 28;

    /** Refuses what is no position of a PostgreSQL server. */
    public ConsistencyToken {
        if (!isUnsignedNumber(systemIdentifier)) {
            throw new IllegalArgumentException("system identifier '" + systemIdentifier
                    + "' is not what pg_control_system() says: a number of 64 bits, without a sign or leading zeros");
        }
        if (timeline < 1 || lsn < 0) {
            throw new IllegalArgumentException("timeline " + timeline + " and position " + lsn
                    + " are not those of a server: timelines begin with 1, positions with 0");
        }
    }

    private static boolean isUnsignedNumber(String text) {
        try {
            return Long.toUnsignedString(Long.parseUnsignedLong(text)).equals(text);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Returns whether who has seen this has seen all of the other: the same cluster, and not an older position. A position
     * on a newer timeline is newer, for what was stored on the older one behind the place where they part is lost.
     */
    public boolean covers(ConsistencyToken other) {
        return systemIdentifier.equals(other.systemIdentifier)
                && (timeline > other.timeline || (timeline == other.timeline && lsn >= other.lsn));
    }

    /** Returns the newer of two; of those of different clusters, which cannot be compared, the second. */
    public static ConsistencyToken newerOf(ConsistencyToken first, ConsistencyToken second) {
        return first.covers(second) ? first : second;
    }

    /** Returns its text, which is safe in a header and a URL. */
    public String text() {
        byte[] bytes = new byte[BYTES];
        bytes[0] = FORMAT;
        put(bytes, CLUSTER_AT, Long.BYTES, Long.parseUnsignedLong(systemIdentifier));
        put(bytes, TIMELINE_AT, Integer.BYTES, timeline);
        put(bytes, LSN_AT, Long.BYTES, lsn);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** Reads a text; empty where {@link #text} never returned it. */
    public static Optional<ConsistencyToken> parse(String text) {
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == BYTES && bytes[0] == FORMAT
                    ? Optional.of(new ConsistencyToken(Long.toUnsignedString(get(bytes, CLUSTER_AT, Long.BYTES)),
                            (int) get(bytes, TIMELINE_AT, Integer.BYTES), get(bytes, LSN_AT, Long.BYTES)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The highest byte first. */
    private static void put(byte[] bytes, int from, int count, long number) {
        for (int place = 0; place < count; place++) {
            bytes[from + place] = (byte) (number >>> (Byte.SIZE * (count - 1 - place)));
        }
    }

    private static long get(byte[] bytes, int from, int count) {
        long number = 0;
        for (int place = 0; place < count; place++) {
            number = (number << Byte.SIZE) | Byte.toUnsignedLong(bytes[from + place]);
        }
        return number;
    }
}
