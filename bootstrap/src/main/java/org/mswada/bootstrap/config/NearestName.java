package org.mswada.bootstrap.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody meant, by the least number of letters changed, added or left out (Levenshtein). */
final class NearestName {
    /** Beyond that, it is another name and not a slip. */
    private static final int MOST_SLIPS = 4;

    private NearestName() {}

    static Optional<String> to(String written, Collection<String> names) {
        return names.stream().min(Comparator.comparingInt(name -> slips(written, name)))
                .filter(name -> slips(written, name) <= Math.min(MOST_SLIPS, name.length() / 2));
    }

    private static int slips(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[other.length() + 1];
            here[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                here[column] = Math.min(above[column - 1] + changed, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[other.length()];
    }
}
