package org.mswada.importing.lines;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps what stands at a place for whoever corrects it. */
public final class LineText {
    /** Ten times a usual bill; a longer line is looked for in its file. */
    static final int MAXIMUM_BYTES = 1 << 16;

    private LineText() {}

    /** Returns the line exactly, or null for one that is too long or is not UTF-8. */
    static @Nullable String of(LineReader line) {
        if (line.length() > MAXIMUM_BYTES) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.bytes(), 0, line.length()))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    /**
     * Returns the text, or null for one that is too long.
     *
     * @param bytes how long it is in UTF-8
     */
    public static @Nullable String of(String text, int bytes) {
        return bytes > MAXIMUM_BYTES ? null : text;
    }
}
