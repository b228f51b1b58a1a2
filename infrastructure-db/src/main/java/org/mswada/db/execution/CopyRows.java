package org.mswada.db.execution;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of COPY (PostgreSQL manual, COPY, "Text Format"). Values go in left to right, then
 * {@link #endRow()}.
 */
public final class CopyRows {
    private static final String NULL = "\\N";

    private final StringBuilder text = new StringBuilder();
    private boolean atRowStart = true;

    /** Adds a value by its {@code toString}, or null. */
    public CopyRows value(@Nullable Object value) {
        separate();
        if (value == null) {
            text.append(NULL);
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** Adds an array of texts. */
    public CopyRows texts(Collection<String> values) {
        return value(ArrayText.of(values));
    }

    /** Ends the row. */
    public void endRow() {
        text.append('\n');
        atRowStart = true;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    Reader reader() {
        return new StringReader(text.toString());
    }

    private void separate() {
        if (!atRowStart) {
            text.append('\t');
        }
        atRowStart = false;
    }

    private void escape(String value) {
        for (int place = 0; place < value.length(); place++) {
            char character = value.charAt(place);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
    }
}
