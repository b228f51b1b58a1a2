package org.mswada.db.query;

import java.sql.SQLException;

/**
 * Makes an object of a row.
 *
 * @param <O> what it makes
 */
@FunctionalInterface
public interface RowMapper<O> {
    /** Makes an object of the current row; called by many threads at once, each with a row of its own. */
    O map(Row row) throws SQLException;

    /**
     * Makes a mapper for one query: finds the columns, once, and returns the function that reads them in each row.
     *
     * @param <O> what the mapper makes
     */
    @FunctionalInterface
    interface Factory<O> {
        /** Finds the columns. */
        RowMapper<O> over(Columns columns);
    }
}
