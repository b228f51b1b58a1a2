package org.mswada.db.alignment;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is in a schema at a moment.
 *
 * @param objects by their identity
 */
record SchemaSnapshot(SortedMap<String, SchemaObject> objects) {
    SchemaSnapshot {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    static SchemaSnapshot of(Collection<SchemaObject> objects) {
        SortedMap<String, SchemaObject> byIdentity = new TreeMap<>();
        for (SchemaObject object : objects) {
            SchemaObject other = byIdentity.put(object.identity(), object);
            if (other != null) {
                throw new IllegalArgumentException(object.identity() + " is there twice: " + other + " and " + object);
            }
        }
        return new SchemaSnapshot(byIdentity);
    }
}
