package org.mswada.db.execution;

import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.TransientConflict;
import org.mswada.domain.storage.UnexpectedStorageFailure;

/** What a failure becomes for the caller when it is not cured by a re-run. */
enum FailureKind {
    UNAVAILABLE(StorageUnavailable.class), OVERLOADED(StorageOverloaded.class), TIMEOUT(StorageTimeout.class),
    CONFLICT(TransientConflict.class), CONSTRAINT(ConstraintViolated.class), UNKNOWN_OUTCOME(OutcomeUnknown.class),
    UNEXPECTED(UnexpectedStorageFailure.class);

    private final Class<? extends StorageException> exception;

    FailureKind(Class<? extends StorageException> exception) {
        this.exception = exception;
    }

    Class<? extends StorageException> exception() {
        return exception;
    }
}
