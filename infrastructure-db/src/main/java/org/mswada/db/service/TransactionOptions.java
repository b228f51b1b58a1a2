package org.mswada.db.service;

import org.mswada.db.execution.Isolation;

/**
 * How a transaction runs.
 *
 * @param isolation what it sees of others
 */
public record TransactionOptions(Isolation isolation) {
    /** READ COMMITTED, PostgreSQL's own default. */
    public static final TransactionOptions DEFAULT = new TransactionOptions(Isolation.READ_COMMITTED);
}
