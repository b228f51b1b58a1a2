package org.mswada.http.problem;

import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.TransientConflict;
import org.mswada.domain.storage.UnexpectedStorageFailure;

/** Says which problem a client is told of when storage is in trouble. The words of the exception stay in the server. */
public final class StorageProblems {
    private StorageProblems() {}

    /** Returns the problem that this failure is to a client. */
    public static ProblemException of(StorageException failure) {
        return new ProblemException(typeOf(failure), failure);
    }

    private static ProblemType typeOf(StorageException failure) {
        return switch (failure) {
            case StorageUnavailable unavailable -> ProblemType.STORAGE_UNAVAILABLE;
            case StorageOverloaded overloaded -> ProblemType.STORAGE_OVERLOADED;
            case StorageTimeout timeout -> ProblemType.STORAGE_TIMEOUT;
            case TransientConflict conflict -> ProblemType.TRANSIENT_CONFLICT;
            case OutcomeUnknown unknown -> ProblemType.OUTCOME_UNKNOWN;
            case ConstraintViolated violated -> ProblemType.INTERNAL_ERROR;
            case UnexpectedStorageFailure unexpected -> ProblemType.INTERNAL_ERROR;
        };
    }
}
