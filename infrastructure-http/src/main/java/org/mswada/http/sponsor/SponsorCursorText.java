package org.mswada.http.sponsor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.mswada.domain.sponsor.SponsorCursor;
import org.mswada.domain.sponsor.SponsorId;

/**
 * A place in the list of sponsors as clients carry it: base64url of a version byte, the id, a checksum, and the name. It holds
 * in every filter, for the order is one.
 */
final class SponsorCursorText {
    private static final byte VERSION = 1;
    private static final int FIXED_BYTES = Byte.BYTES + 2 * Long.BYTES + Integer.BYTES;

    private SponsorCursorText() {}

    static String encode(SponsorCursor cursor) {
        UUID id = cursor.id().value();
        byte[] name = cursor.sortName().getBytes(StandardCharsets.UTF_8);
        CRC32C checksum = new CRC32C();
        checksum.update(name);
        byte[] bytes = ByteBuffer.allocate(FIXED_BYTES + name.length).put(VERSION).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).putInt((int) checksum.getValue()).put(name).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads what {@link #encode} wrote, and nothing else. */
    static SponsorCursor decode(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.limit() >= FIXED_BYTES && bytes.get() == VERSION) {
                SponsorId id = new SponsorId(new UUID(bytes.getLong(), bytes.getLong()));
                bytes.getInt();
                SponsorCursor cursor = new SponsorCursor(
                        StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), id);
                if (encode(cursor).equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException garbled) {
            throw new IllegalArgumentException(refusal(), garbled);
        }
        throw new IllegalArgumentException(refusal());
    }

    private static String refusal() {
        return "it is no cursor of this list; copy 'next' of the page before unchanged, or leave it out to begin";
    }
}
