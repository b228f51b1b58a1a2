package org.mswada.importing.lines;

import org.jspecify.annotations.Nullable;

/** JSON can say what neither UTF-8 nor a text column can hold: half a surrogate pair, and U+0000. */
public final class StorableText {
    private StorableText() {}

    /** Returns what is wrong with a text, after its name, or null if it can be stored. */
    public static @Nullable String trouble(String text) {
        int length = text.length();
        for (int place = 0; place < length; place++) {
            char character = text.charAt(place);
            if (character == 0) {
                return "holds the character U+0000, which cannot be stored";
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isSurrogatePair(character, place + 1 < length ? text.charAt(place + 1) : 0)) {
                    return "holds half a surrogate pair, which cannot be stored";
                }
                place++;
            }
        }
        return null;
    }
}
