package org.mswada.db.execution;

/**
 * One thing that happens around a unit of work; the thing it is wrapped around is another policy, and the innermost runs
 * the unit. Its {@code toString} shows the chain from here inwards. Safe for use by many threads.
 */
public interface Policy {
    /**
     * Runs the unit and returns what its work returned.
     *
     * @throws UnitFailure for trouble of storage; an exception of the work itself goes through unchanged
     */
    <T> T run(Unit<T> unit);
}
