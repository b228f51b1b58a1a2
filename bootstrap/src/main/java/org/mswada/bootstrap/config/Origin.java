package org.mswada.bootstrap.config;

/**
 * Where a value comes from.
 *
 * @param words for a person, such as {@code environment variable MSWADA_DB_URL}
 */
public record Origin(String words) {
    static final Origin DEFAULT = new Origin("default");

    static Origin profile(Environment environment) {
        return new Origin("profile " + environment.label());
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
