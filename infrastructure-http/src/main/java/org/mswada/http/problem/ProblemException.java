package org.mswada.http.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.StorageOverloaded;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long ALMOST_A_SECOND = 999;

    private final ProblemType type;
    private final String detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    /** Reports a problem of this type, in the words of the type. */
    public ProblemException(ProblemType type, @Nullable Throwable cause) {
        this(type, type.meaning(), List.of(), Map.of(), cause);
    }

    /** Reports a problem of this type; {@code detail} says in a sentence what happened, the type adds what to do. */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of(), null);
    }

    private ProblemException(ProblemType type, String detail, List<FieldError> errors, Map<String, String> headers,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** Reports what is wrong with the parameters of a request. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(ProblemType.INVALID_PARAMETERS, ProblemType.INVALID_PARAMETERS.meaning(), errors,
                Map.of(), null);
    }

    /** Reports what is wrong with the members of a request's body. */
    public static ProblemException invalidBody(List<FieldError> errors) {
        return new ProblemException(ProblemType.INVALID_BODY, ProblemType.INVALID_BODY.meaning(), errors, Map.of(),
                null);
    }

    /** Reports a problem of this type, with what is wrong with which part of the request. */
    public static ProblemException of(ProblemType type, String detail, List<FieldError> errors) {
        return new ProblemException(type, detail, errors, Map.of(), null);
    }

    /** Returns the same, whose answer has this header too. */
    public ProblemException withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ProblemException(type, detail, errors, more, getCause());
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

    /** Returns what is wrong with which parameter or member. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Returns the headers that the answer has besides those of every problem. */
    public Map<String, String> headers() {
        return headers;
    }
}
