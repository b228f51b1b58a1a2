package org.mswada.db.validation;

import org.jspecify.annotations.Nullable;

/**
 * What was found about one promise.
 *
 * @param name the promise
 * @param verdict whether it holds
 * @param expected what should be
 * @param measured what was, or why that could not be measured
 * @param remedy what to do about it; null when it passed
 */
public record ValidationLine(String name, Verdict verdict, String expected, String measured,
        @Nullable String remedy) {
    /** Whether a promise holds. */
    public enum Verdict {
        PASSED, FAILED,
        /** Nobody knows; never to be taken for passed. */
        NOT_MEASURED
    }
}
