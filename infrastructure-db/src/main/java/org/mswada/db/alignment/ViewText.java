package org.mswada.db.alignment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a view as PostgreSQL 16 and later write it. */
final class ViewText {
    private static final int WRITES_SHORT_NAMES = 16;
    private static final char MASK = '#';
    private static final Pattern SUBQUERY = Pattern.compile("\\(\\s*(SELECT|WITH|VALUES)\\b");
    private static final Pattern SEVERAL = Pattern.compile("\\b(JOIN|UNION|INTERSECT|EXCEPT)\\b");
    private static final Pattern SOURCE = Pattern
            .compile("\\bFROM (?:ONLY )?(\"[^\"]+\"|\\w+)(?: (\"[^\"]+\"|\\w+))?(,?)");

    private ViewText() {}

    /** Up to PostgreSQL 15, columns of the outermost query carry the name of their table even where there is only one. */
    static String normalized(String text, int majorVersion) {
        String outermost = masked(text);
        Matcher source = SOURCE.matcher(outermost);
        if (majorVersion >= WRITES_SHORT_NAMES || SEVERAL.matcher(outermost).find() || !source.find()
                || !source.group(3).isEmpty()) {
            return text;
        }
        String name = source.group(2) == null ? source.group(1) : source.group(2);
        Matcher prefix = Pattern.compile("(?<![\\w\".])" + Pattern.quote(name) + "\\.(?=[\\w\"])").matcher(outermost);
        StringBuilder normalized = new StringBuilder();
        int kept = 0;
        while (prefix.find()) {
            normalized.append(text, kept, prefix.start());
            kept = prefix.end();
        }
        return normalized.append(text, kept, text.length()).toString();
    }

    /** Returns a text of the same length, without what is in literals and subqueries. */
    private static String masked(String text) {
        StringBuilder masked = new StringBuilder(text);
        boolean literal = false;
        int depth = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean within = literal || depth > 0;
            if (character == '\'') {
                literal = !literal;
            } else if (!literal && character == '(' && (depth > 0 || startsSubquery(text, index))) {
                depth++;
            } else if (!literal && character == ')' && depth > 0) {
                depth--;
            }
            if (within) {
                masked.setCharAt(index, MASK);
            }
        }
        return masked.toString();
    }

    private static boolean startsSubquery(String text, int index) {
        return SUBQUERY.matcher(text).region(index, text.length()).lookingAt();
    }
}
