package org.mswada.db.validation;

import org.mswada.db.validation.ValidationLine.Verdict;

/**
 * What a check found.
 *
 * @param verdict whether the promise holds
 * @param text what was measured, with units, or why that could not be
 */
public record Measurement(Verdict verdict, String text) {
    /** Passed or failed. */
    public static Measurement of(boolean holds, String text) {
        return new Measurement(holds ? Verdict.PASSED : Verdict.FAILED, text);
    }

    static Measurement failed(String text) {
        return new Measurement(Verdict.FAILED, text);
    }

    /** Nobody knows, for this reason. */
    public static Measurement impossible(String reason) {
        return new Measurement(Verdict.NOT_MEASURED, reason);
    }
}
