package org.mswada.importing.lines;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps a line for whoever corrects it. */
final class LineText {
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
}
