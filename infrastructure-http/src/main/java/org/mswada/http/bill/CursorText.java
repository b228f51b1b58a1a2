package org.mswada.http.bill;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillId;

/**
 * A cursor as clients carry it: base64url (RFC 4648, section 5) of a version byte, the day since 1970, the id and a
 * checksum. The checksum finds accidents, not malice: any place in the list may be asked for.
 */
final class CursorText {
    private static final byte VERSION = 1;
    private static final int CHECKED_BYTES = Byte.BYTES + Integer.BYTES + 2 * Long.BYTES;
    private static final int BYTES = CHECKED_BYTES + Integer.BYTES;
    private static final int LAST_YEAR = 9999;

    private CursorText() {}

    static String encode(BillCursor cursor) {
        UUID id = cursor.id().value();
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).put(VERSION)
                .putInt(Math.toIntExact(cursor.introducedOn().toEpochDay()))
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.putInt(checksum(bytes.array())).array());
    }

    /** Reads what {@link #encode} wrote, and nothing else. */
    static BillCursor decode(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.limit() == BYTES && bytes.get() == VERSION) {
                BillCursor cursor = new BillCursor(LocalDate.ofEpochDay(bytes.getInt()),
                        new BillId(new UUID(bytes.getLong(), bytes.getLong())));
                int year = cursor.introducedOn().getYear();
                if (year > 0 && year <= LAST_YEAR && encode(cursor).equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException | DateTimeException garbled) {
            throw refusal(garbled);
        }
        throw refusal(null);
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
