package org.mswada.db.execution;

import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;

/** Refuses jOOQ's own transactions, whose end would end the unit's. */
final class NoTransactionsOfJooq implements TransactionProvider {
    @Override
    public void begin(TransactionContext context) {
        throw new IllegalStateException(
                "a unit of work is the transaction already: use session.savepoint for a part of it");
    }

    @Override
    public void commit(TransactionContext context) {
        throw new IllegalStateException("no transaction of jOOQ was begun");
    }

    @Override
    public void rollback(TransactionContext context) {
        // Called after begin refused; there is nothing to undo.
    }
}
