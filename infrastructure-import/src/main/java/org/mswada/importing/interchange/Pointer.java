package org.mswada.importing.interchange;

import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON value, whose text is a JSON Pointer (RFC 6901).
 *
 * @param outer the value around it, or null for the whole
 * @param step the name of the member or the number of the item
 */
record Pointer(@Nullable Pointer outer, String step) {
    static final Pointer WHOLE = new Pointer(null, "");

    Pointer member(String name) {
        return new Pointer(this, name);
    }

    Pointer item(int place) {
        return new Pointer(this, Integer.toString(place));
    }

    @Override
    public String toString() {
        return outer == null ? "" : outer + "/" + step.replace("~", "~0").replace("/", "~1");
    }
}
