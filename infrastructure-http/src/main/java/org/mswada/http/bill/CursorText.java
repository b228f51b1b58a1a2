package org.mswada.http.bill;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillSort;

/**
 * A cursor as clients carry it: base64url (RFC 4648, section 5) of a version byte, the order, the fingerprint of the filter,
 * the key, the id and a checksum. The checksum finds accidents, not malice: any place in the list may be asked for.
 */
final class CursorText {
    private static final byte VERSION = 2;
    /** By their places here they are told apart: another goes to the end. */
    private static final List<BillSort> SORTS = List.of(BillSort.values());
    private static final int CHECKED_BYTES = 2 * Byte.BYTES + Integer.BYTES + 3 * Long.BYTES;
    private static final int BYTES = CHECKED_BYTES + Integer.BYTES;
    /** The years 1 to 9999, in which every key of a bill lies; a database knows no end of others. */
    private static final long FIRST_DAY = -719_162;
    private static final long LAST_DAY = 2_932_896;
    private static final long MICROSECONDS_A_DAY = 86_400_000_000L;

    private CursorText() {}

    static String encode(BillCursor cursor) {
        UUID id = cursor.id().value();
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).put(VERSION).put((byte) SORTS.indexOf(cursor.sort()))
                .putInt(cursor.filter()).putLong(cursor.key())
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.putInt(checksum(bytes.array())).array());
    }

    /** Reads what {@link #encode} wrote for this list, and nothing else. */
    static BillCursor decode(String text, BillFilter filter, BillSort sort) {
        BillCursor cursor = decode(text);
        cursor.checkBelongsTo(filter, sort);
        return cursor;
    }

    /** Reads what {@link #encode} wrote, and nothing else. */
    static BillCursor decode(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.limit() == BYTES && bytes.get() == VERSION) {
                int sort = bytes.get();
                if (sort >= 0 && sort < SORTS.size()) {
                    BillCursor cursor = new BillCursor(SORTS.get(sort), bytes.getInt(), bytes.getLong(),
                            new BillId(new UUID(bytes.getLong(), bytes.getLong())));
                    if (isWithinTheCalendar(cursor) && encode(cursor).equals(text)) {
                        return cursor;
                    }
                }
            }
        } catch (IllegalArgumentException garbled) {
            throw refusal(garbled);
        }
        throw refusal(null);
    }

    private static boolean isWithinTheCalendar(BillCursor cursor) {
        long day = cursor.sort().isByMoment() ? Math.floorDiv(cursor.key(), MICROSECONDS_A_DAY) : cursor.key();
        return day >= FIRST_DAY && day <= LAST_DAY;
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, CHECKED_BYTES);
        return (int) checksum.getValue();
    }

    private static IllegalArgumentException refusal(@Nullable Exception cause) {
        return new IllegalArgumentException(
                "it is no cursor of this list; copy 'next' of the page before unchanged, or leave it out to begin",
                cause);
    }
}
