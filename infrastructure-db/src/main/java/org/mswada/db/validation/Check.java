package org.mswada.db.validation;

import java.sql.SQLException;

/**
 * One promise and how to find out whether it holds.
 *
 * @param name the promise
 * @param expected what should be
 * @param remedy what to do when it is not
 * @param measuring finds out
 */
record Check(String name, String expected, String remedy, Measuring measuring) {
    /** Finds out whether a promise holds. */
    @FunctionalInterface
    interface Measuring {
        Measurement on(Bench bench) throws SQLException, InterruptedException;
    }
}
