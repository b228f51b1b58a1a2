package org.mswada.db.validation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.exception.DataAccessException;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.QueryOptions;
import org.mswada.db.service.QueryResult;
import org.mswada.db.service.UnitStatistics;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.StorageUnavailable;

/** A service that runs a query again after pauses of its own, at most so often. */
final class ImpatientService extends OtherService {
    private final IntFunction<Duration> pauses;
    private final int retries;

    /** With always the same pause. */
    ImpatientService(DatabaseService delegate, Duration pause, int retries) {
        this(delegate, _ -> pause, retries);
    }

    /** With a pause for each retry, by its number from 0. */
    ImpatientService(DatabaseService delegate, IntFunction<Duration> pauses, int retries) {
        super(delegate);
        this.pauses = pauses;
        this.retries = retries;
    }

    @Override
    public <T> QueryResult<T> executeQuery(Operation operation, QueryOptions options,
            Function<? super ReadSession, ? extends T> work) {
        for (int retry = 0; retry <= retries; retry++) {
            try {
                return super.executeQuery(operation, options, session -> {
                    try {
                        return work.apply(session);
                    } catch (DataAccessException e) {
                        throw new NotToBeRetried(e);
                    }
                });
            } catch (NotToBeRetried again) {
                LockSupport.parkNanos(pauses.apply(retry).toNanos());
            }
        }
        return new QueryResult.Failure<>(new StorageUnavailable("tried often enough", null),
                new UnitStatistics(Duration.ZERO, retries + 1, null));
    }

    private static final class NotToBeRetried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotToBeRetried(Throwable cause) {
            super(cause);
        }
    }
}
