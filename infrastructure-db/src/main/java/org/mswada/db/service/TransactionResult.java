package org.mswada.db.service;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ConsistencyToken;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.StorageException;

/**
 * What became of a transaction.
 *
 * @param <T> what its work returns
 */
public sealed interface TransactionResult<T> {
    /** How it went. */
    UnitStatistics statistics();

    /** Where a committed transaction is safe. */
    enum Durability {
        /** As durable as the server was told to make it. */
        AS_CONFIGURED,
        /** On the primary's disk only: waiting for a synchronous standby was cut short, and a failover may lose it. */
        LOCAL_ONLY
    }

    /**
     * It is stored.
     *
     * @param data what the work returned
     * @param durability where it is safe
     * @param token by which later reads see it, on replicas too; empty where no replica is configured
     * @param statistics how it went
     */
    record Committed<T>(T data, Durability durability, Optional<ConsistencyToken> token,
            UnitStatistics statistics) implements TransactionResult<T> {}

    /**
     * Nothing of it is stored.
     *
     * @param data what the work returned, when the work itself asked for the rollback
     * @param failure why, when it did not
     * @param statistics how it went
     */
    record RolledBack<T>(@Nullable T data, @Nullable StorageException failure,
            UnitStatistics statistics) implements TransactionResult<T> {
        /** Returns why nothing is stored; empty when the work itself asked for the rollback. */
        public Optional<StorageException> error() {
            return Optional.ofNullable(failure);
        }
    }

    /**
     * It may be stored or not.
     *
     * @param error why that is not known
     * @param statistics how it went
     */
    record Unknown<T>(OutcomeUnknown error, UnitStatistics statistics) implements TransactionResult<T> {}
}
