package org.mswada.http.bill;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.SearchCursor;

/** A place in the result of a search as clients carry it, made as {@link CursorText} is. */
final class SearchCursorText {
    private static final byte VERSION = 65;
    private static final int CHECKED_BYTES = Byte.BYTES + Integer.BYTES + Float.BYTES + 2 * Long.BYTES;
    private static final int BYTES = CHECKED_BYTES + Integer.BYTES;

    private SearchCursorText() {}

    static String encode(SearchCursor cursor) {
        UUID id = cursor.id().value();
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).put(VERSION).putInt(cursor.search()).putFloat(cursor.rank())
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.putInt(checksum(bytes.array())).array());
    }

    /** Reads what {@link #encode} wrote for this search, and nothing else. */
    static SearchCursor decode(String cursor, String text, BillFilter filter) {
        SearchCursor decoded = decode(cursor);
        decoded.checkBelongsTo(text, filter);
        return decoded;
    }

    private static SearchCursor decode(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.limit() == BYTES && bytes.get() == VERSION) {
                SearchCursor cursor = new SearchCursor(bytes.getInt(), bytes.getFloat(),
                        new BillId(new UUID(bytes.getLong(), bytes.getLong())));
                if (Float.isFinite(cursor.rank()) && encode(cursor).equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException garbled) {
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
                "it is no cursor of this search; copy 'next' of the page before unchanged, or leave it out to begin",
                cause);
    }
}
