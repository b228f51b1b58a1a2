package org.mswada.domain.bill;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A bill's number as printed, such as {@code HR 1531}, with the form in which all spellings of it are equal.
 *
 * @param printed the number as its legislature prints it
 * @param normalized upper-case letters and digits without separators or leading zeros, except one hyphen between two
 *     groups of digits: {@code H.R. 1531} and {@code hr1531} are {@code HR1531}, {@code CL 2017-0966} is
 *     {@code CL2017-966}
 */
public record BillIdentifier(String printed, String normalized) {
    private static final int MAXIMUM_LENGTH = 64;
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\p{Nd})[^\\p{L}\\p{Nd}]+(?=\\p{Nd})");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{Nd}-]+|(?<!\\p{Nd})-+|-+(?!\\p{Nd})");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\p{Nd})0+(?=\\p{Nd})");

    /** Refuses a number whose normalized form is not that of the printed one. */
    public BillIdentifier {
        if (!normalized.equals(normalize(printed))) {
            throw new IllegalArgumentException("'" + normalized + "' is not the normalized form of '" + printed + "'");
        }
    }

    /**
     * Reads any spelling of a number.
     *
     * @throws IllegalArgumentException if it has no letter or digit, or if it or its normalized form has more than 64
     *     characters
     */
    public static BillIdentifier of(String printed) {
        return new BillIdentifier(printed, normalize(printed));
    }

    private static String normalize(String printed) {
        checkLength(printed);
        String upper = Normalizer.normalize(printed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String hyphened = BETWEEN_DIGITS.matcher(upper).replaceAll("-");
        String compact = SEPARATOR.matcher(hyphened).replaceAll("");
        // Once more, since letters that a separator kept apart may now compose, as those of the Korean alphabet do.
        String normalized = Normalizer.normalize(LEADING_ZEROS.matcher(compact).replaceAll(""), Normalizer.Form.NFKC);
        if (normalized.isEmpty()) {
            throw new IllegalArgumentException("'" + printed + "' is not a bill number: it has no letter or digit");
        }
        checkLength(normalized);
        return normalized;
    }

    private static void checkLength(String number) {
        if (number.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("a bill number has at most " + MAXIMUM_LENGTH + " characters");
        }
    }
}
