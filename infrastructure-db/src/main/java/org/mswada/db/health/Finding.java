package org.mswada.db.health;

/**
 * What a rule says of a subject at a moment.
 *
 * @param rule that was looked at
 * @param subject that it looked at
 * @param level how it is
 * @param words what happens, why, and what to do, in case that it is bad
 */
record Finding(AlertRule rule, String subject, Level level, String words) {
    /** How it is; in between, what was goes on. */
    enum Level {
        BAD, BETWEEN, WELL
    }

    static Finding of(AlertRule rule, String subject, boolean bad, boolean well, String words) {
        return new Finding(rule, subject, bad ? Level.BAD : well ? Level.WELL : Level.BETWEEN, words);
    }
}
