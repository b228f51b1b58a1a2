package org.mswada.http.problem;

import java.util.function.Supplier;
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

    /** Does what stores something that a client sent, and tells them if the database refuses a value of it. */
    public static <T> T storing(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConstraintViolated refused) {
            throw refused(refused.kind());
        }
    }

    /** Returns the problem that it is to a client that the database refuses what they sent. */
    public static ProblemException refused(ConstraintViolated.Kind kind) {
        return new ProblemException(ProblemType.UNPROCESSABLE, kind == ConstraintViolated.Kind.FOREIGN_KEY
                ? "It refers to something that is not there, such as a sponsor."
                : "A value in it cannot be stored, such as one that is too long or far outside of what is usual.");
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
