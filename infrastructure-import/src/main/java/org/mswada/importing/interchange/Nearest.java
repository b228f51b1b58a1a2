package org.mswada.importing.interchange;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses the word that was meant, by the least number of letters changed, added or left out (Levenshtein). */
final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** Returns the question whether the nearest word was meant, or nothing where none is near. */
    static String guess(String written, Collection<String> words) {
        if (written.length() > LONGEST) {
            return "";
        }
        String folded = written.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return words.stream().min(Comparator.comparingInt(word -> slips(folded, word)))
                .filter(word -> slips(folded, word) <= Math.max(1, word.length() / 2))
                .map(word -> ": did you mean '" + word + "'?").orElse("");
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
