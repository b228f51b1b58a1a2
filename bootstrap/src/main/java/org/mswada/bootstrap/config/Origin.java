package org.mswada.bootstrap.config;

/**
 * Where a value comes from.
 *
 * @param words for a person, such as {@code environment variable MSWADA_DB_URL}
 */
public record Origin(String words) {
    private static final String PROFILE = "profile ";
    static final Origin DEFAULT = new Origin("default");

    /** Returns whether somebody gave the value, rather than nobody anything. */
    public boolean isGiven() {
        return !equals(DEFAULT) && !words.startsWith(PROFILE);
    }

    static Origin profile(Environment environment) {
        return new Origin(PROFILE + environment.label());
    }

    static Origin file(String name) {
        return new Origin("file " + name);
    }

    static Origin variable(String name) {
        return new Origin("environment variable " + name);
    }

    static Origin flag() {
        return new Origin("flag --set");
    }

    @Override
    public String toString() {
        return words;
    }
}
