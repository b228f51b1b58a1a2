package org.mswada.domain.storage;

import java.util.function.Function;

/**
 * The one way to a session. Units do not nest: opening one inside another is an {@link IllegalStateException}; pass the
 * session on instead. Every method throws {@link StorageException} when storage is in trouble, and lets an exception of
 * the work itself through unchanged. The deadline is that of the {@link CallContext}. Safe for use by many threads.
 */
public interface UnitOfWork {
    /** Runs {@code work} with one snapshot per statement: for a single query. It may run more than once. */
    <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work);

    /** Runs {@code work} with one snapshot for all its statements: for several queries that must agree. */
    <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work);

    /**
     * Runs {@code work} in a transaction: all of it is stored, or, when it throws, none. The work must touch nothing but
     * the session, for it may run more than once.
     */
    <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work);

    /**
     * Runs {@code work}, which writes by exactly one statement, without a transaction around it: one round trip. A second
     * statement is an {@link IllegalStateException}, and then the first is stored.
     */
    <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work);
}
