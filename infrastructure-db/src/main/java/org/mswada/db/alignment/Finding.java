package org.mswada.db.alignment;

/**
 * One thing about a database that is not as it should be.
 *
 * @param area what it concerns
 * @param severity how much it matters
 * @param object the name of what it concerns, such as {@code index bill_introduced_on_idx}
 * @param expected what should be there
 * @param found what is there
 * @param remedy what to do about it
 */
public record Finding(Area area, Severity severity, String object, String expected, String found, String remedy) {
    /** What is compared with what. */
    public enum Area {
        /** The migrations that were applied with those that this version ships. */
        MIGRATIONS,
        /** The schema with what the applied migrations make. */
        SCHEMA,
        /** The schema with the code that was generated for it. */
        CODE,
        /** The configuration with the settings of the server. */
        SETTINGS
    }

    /** How much a finding matters. */
    public enum Severity {
        /** The database is not what it is meant to be. */
        DRIFT,
        /** A migration that is not applied yet. */
        PENDING,
        /** It works, and may not when it matters. */
        WARNING,
        /** A drift that somebody said is meant. */
        ACCEPTED
    }

    static Finding drift(Area area, String object, String expected, String found, String remedy) {
        return new Finding(area, Severity.DRIFT, object, expected, found, remedy);
    }

    static Finding warning(String object, String expected, String found, String remedy) {
        return new Finding(Area.SETTINGS, Severity.WARNING, object, expected, found, remedy);
    }

    Finding accepted() {
        return new Finding(area, Severity.ACCEPTED, object, expected, found, remedy);
    }
}
