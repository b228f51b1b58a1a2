package org.mswada.db.alignment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells two snapshots apart. What is only a part of something that is missing, or should not be, is not told with it. */
final class SchemaComparison {
    private static final String NOTHING = "nothing";

    private SchemaComparison() {}

    static List<Finding> compare(SchemaSnapshot expected, SchemaSnapshot actual) {
        List<Finding> findings = new ArrayList<>();
        for (SchemaObject object : expected.objects().values()) {
            SchemaObject live = actual.objects().get(object.identity());
            if (live == null) {
                if (hasParentIn(object, expected, actual)) {
                    findings.add(finding(object, object.definition(), NOTHING, Remedy.ofMissing(object)));
                }
            } else if (!live.definition().equals(object.definition())) {
                findings.add(finding(object, object.definition(), live.definition(), Remedy.ofChanged(object, live)));
            }
        }
        for (SchemaObject object : actual.objects().values()) {
            if (!expected.objects().containsKey(object.identity()) && hasParentIn(object, actual, expected)) {
                findings.add(finding(object, NOTHING, object.definition(), Remedy.ofUnexpected(object)));
            }
        }
        return findings;
    }

    /** Whether the side where an object is not has what it would be a part of. */
    private static boolean hasParentIn(SchemaObject object, SchemaSnapshot own, SchemaSnapshot other) {
        @Nullable
        String parent = object.parent();
        return parent == null || !own.objects().containsKey(parent) || other.objects().containsKey(parent);
    }

    private static Finding finding(SchemaObject object, String expected, String found, String remedy) {
        return Finding.drift(Finding.Area.SCHEMA, object.identity(), expected, found, remedy);
    }
}
