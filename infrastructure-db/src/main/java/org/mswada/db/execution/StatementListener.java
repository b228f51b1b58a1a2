package org.mswada.db.execution;

import org.mswada.domain.storage.Operation;

/** Hears of each statement after it ran, on the thread that ran it. */
public interface StatementListener {
    /**
     * A statement ended.
     *
     * @param operation the unit it belongs to
     * @param node where it ran
     * @param text its SQL, with placeholders and no values
     * @param nanos how long it took
     * @param rows how many rows it returned or changed; -1 where that is not known
     */
    void executed(Operation operation, String node, String text, long nanos, long rows);
}
