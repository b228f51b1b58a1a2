package org.mswada.db.service;

import org.mswada.domain.storage.StorageException;

/**
 * What became of a query.
 *
 * @param <T> what its work returns
 */
public sealed interface QueryResult<T> {
    /** How it went. */
    UnitStatistics statistics();

    /**
     * It answered.
     *
     * @param data what the work returned
     * @param statistics how it went
     */
    record Success<T>(T data, UnitStatistics statistics) implements QueryResult<T> {}

    /**
     * It did not answer.
     *
     * @param error why
     * @param statistics how it went
     */
    record Failure<T>(StorageException error, UnitStatistics statistics) implements QueryResult<T> {}
}
