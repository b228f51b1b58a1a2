package org.mswada.db.alignment;

import org.jspecify.annotations.Nullable;

/**
 * A thing in a schema.
 *
 * @param kind such as {@code index}
 * @param name unique among its kind
 * @param parent the identity of what it is a part of, or null; without that it is not there either
 * @param definition all that matters about it, the same text on each supported version of PostgreSQL
 */
record SchemaObject(String kind, String name, @Nullable String parent, String definition) {
    String identity() {
        return kind + " " + name;
    }
}
