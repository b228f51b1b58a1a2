package org.mswada.http.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.StorageOverloaded;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long ALMOST_A_SECOND = 999;

    private final ProblemType type;
    private final String detail;
    private final transient List<ParameterError> errors;

    /** Reports a problem of this type, in the words of the type. */
    public ProblemException(ProblemType type, @Nullable Throwable cause) {
        this(type, type.meaning(), List.of(), cause);
    }

    /** Reports a problem of this type; {@code detail} says in a sentence what happened, the type adds what to do. */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), null);
    }

    private ProblemException(ProblemType type, String detail, List<ParameterError> errors, @Nullable Throwable cause) {
        super(detail, cause);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    /** Reports what is wrong with the parameters of a request. */
    public static ProblemException invalid(List<ParameterError> errors) {
        return new ProblemException(ProblemType.INVALID_PARAMETERS, ProblemType.INVALID_PARAMETERS.meaning(), errors,
                null);
    }

    /** Returns what kind of problem it is. */
    public ProblemType type() {
        return type;
    }

    /** Returns after how many seconds another try makes sense; 0 where that is not said. */
    public int retryAfterSeconds() {
        return getCause() instanceof StorageOverloaded overloaded
                ? (int) Math.max(1, overloaded.retryAfter().plusMillis(ALMOST_A_SECOND).toSeconds())
                : type.retryAfterSeconds();
    }

    /** Returns what happened, in a sentence. */
    public String detail() {
        return detail;
    }

    /** Returns what is wrong with which parameter. */
    public List<ParameterError> errors() {
        return errors;
    }
}
