package org.mswada.support.faultinjection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Just enough of SQL's lexical rules (manual, section 4.1) to tell statements apart and to know transaction control. */
final class SqlText {
    private static final Pattern COMMIT = Pattern.compile("(commit|end)\\b(?!\\s+prepared\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGIN = Pattern.compile("(begin|start\\s+transaction)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGIN_ATOMIC = Pattern.compile("\\bbegin\\s+atomic\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

    private SqlText() {}

    /** Splits a simple query; each statement begins with its first word. The body of a SQL function is not split. */
    static List<String> statements(String sql) {
        if (BEGIN_ATOMIC.matcher(sql).find()) {
            return List.of(withoutLead(sql));
        }
        List<String> statements = new ArrayList<>();
        int begin = 0;
        for (int position = 0; position < sql.length(); position = next(sql, position)) {
            if (sql.charAt(position) == ';') {
                statements.add(withoutLead(sql.substring(begin, position)));
                begin = position + 1;
            }
        }
        statements.add(withoutLead(sql.substring(begin)));
        statements.removeIf(String::isEmpty);
        return statements;
    }

    /** Removes comments and white space before the first word. */
    static String withoutLead(String sql) {
        String rest = sql.strip();
        while (rest.startsWith("--") || rest.startsWith("/*")) {
            rest = rest.substring(next(rest, 0)).strip();
        }
        return rest;
    }

    static boolean isCommit(String statement) {
        return COMMIT.matcher(statement).lookingAt();
    }

    static boolean isBegin(String statement) {
        return BEGIN.matcher(statement).lookingAt();
    }

    /** The position behind the character, quotation or comment that begins here. */
    private static int next(String sql, int position) {
        return switch (sql.charAt(position)) {
            case '\'' -> isEscaped(sql, position) ? endOfEscaped(sql, position) : endOf("'", sql, position + 1);
            case '"' -> endOf("\"", sql, position + 1);
            case '$' -> endOfDollarQuote(sql, position);
            case '-' -> sql.startsWith("--", position) ? endOf("\n", sql, position) : position + 1;
            case '/' -> sql.startsWith("/*", position) ? endOfComment(sql, position) : position + 1;
            default -> position + 1;
        };
    }

    private static int endOf(String end, String sql, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    /** Only E'...' knows the backslash. */
    private static boolean isEscaped(String sql, int quote) {
        return quote > 0 && Character.toLowerCase(sql.charAt(quote - 1)) == 'e'
                && (quote == 1 || !Character.isJavaIdentifierPart(sql.charAt(quote - 2)));
    }

    private static int endOfEscaped(String sql, int quote) {
        int position = quote + 1;
        while (position < sql.length() && sql.charAt(position) != '\'') {
            position += sql.charAt(position) == '\\' ? 2 : 1;
        }
        return Math.min(position + 1, sql.length());
    }

    /** A dollar inside a word, or before a parameter's number, begins no quotation. */
    private static int endOfDollarQuote(String sql, int position) {
        boolean insideWord = position > 0 && Character.isJavaIdentifierPart(sql.charAt(position - 1));
        Matcher quote = DOLLAR_QUOTE.matcher(sql).region(position, sql.length());
        return !insideWord && quote.lookingAt() ? endOf(quote.group(), sql, quote.end()) : position + 1;
    }

    /** Block comments nest. */
    private static int endOfComment(String sql, int begin) {
        int depth = 0;
        int position = begin;
        do {
            if (sql.startsWith("/*", position)) {
                depth++;
                position += 2;
            } else if (sql.startsWith("*/", position)) {
                depth--;
                position += 2;
            } else {
                position++;
            }
        } while (depth > 0 && position < sql.length());
        return Math.min(position, sql.length());
    }
}
