package org.mswada.db.service;

/**
 * How a query runs.
 *
 * @param oneSnapshot whether all its statements see the same moment; otherwise each sees its own
 */
public record QueryOptions(boolean oneSnapshot) {
    /** Each statement its own snapshot: one round trip a statement. */
    public static final QueryOptions SINGLE = new QueryOptions(false);
    /** One snapshot for all statements. */
    public static final QueryOptions SNAPSHOT = new QueryOptions(true);
}
