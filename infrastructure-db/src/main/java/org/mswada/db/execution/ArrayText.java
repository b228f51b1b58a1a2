package org.mswada.db.execution;

import java.util.Collection;

/** Arrays as PostgreSQL writes them (manual, Arrays, "Array Input and Output Syntax"). */
public final class ArrayText {
    private ArrayText() {}

    /** Writes an array of texts. */
    public static String of(Collection<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return array.append('}').toString();
    }
}
