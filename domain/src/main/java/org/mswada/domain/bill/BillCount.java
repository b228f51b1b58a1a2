package org.mswada.domain.bill;

/**
 * How many bills pass a filter.
 *
 * @param value the number
 * @param precision how it is meant
 */
public record BillCount(long value, Precision precision) {
    /** How a number is meant. */
    public enum Precision {
        /** As many, at that moment. */
        EXACT,
        /** About as many: what the planner of the database expects. */
        ESTIMATED,
        /** At least as many: counting was stopped there. */
        AT_LEAST
    }

    /** How to count. */
    public enum Way {
        /** All of them, which takes as long as there are many. */
        EXACT,
        /** None of them: ask for what the database expects, which takes the same for any number. */
        ESTIMATED,
        /** Up to {@link BillRepository#MAXIMUM_BOUNDED_COUNT}. */
        BOUNDED
    }
}
