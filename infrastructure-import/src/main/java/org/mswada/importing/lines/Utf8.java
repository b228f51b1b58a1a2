package org.mswada.importing.lines;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Checks that bytes are UTF-8: JSON parsers let some invalid sequences pass, above all where nobody reads. */
public final class Utf8 {
    private static final int DECODED_CHARACTERS = 1 << 13;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(DECODED_CHARACTERS);

    /** Returns the number of the first byte that is not UTF-8, from 1, or 0 if all are. */
    public int firstInvalid(byte[] bytes, int length) {
        ByteBuffer input = ByteBuffer.wrap(bytes, 0, length);
        decoder.reset();
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(input, decoded.clear(), true);
        }
        return result.isError() ? input.position() + 1 : 0;
    }
}
