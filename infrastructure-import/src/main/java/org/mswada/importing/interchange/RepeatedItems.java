package org.mswada.importing.interchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what comes twice in a list where each comes once. */
final class RepeatedItems {
    private RepeatedItems() {}

    static void check(List<?> items, String list, Problems problems) {
        Set<Object> seen = new HashSet<>();
        for (int place = 0; place < items.size(); place++) {
            if (!seen.add(items.get(place))) {
                problems.add(Pointer.WHOLE.member(list).item(place), "comes twice in its list");
            }
        }
    }
}
