package org.mswada.http.problem;

import java.util.List;

/**
 * A problem document (RFC 9457, section 3).
 *
 * @param type a URI of {@link ProblemType}, or {@code about:blank} where the status says all (section 4.2.1)
 * @param title what it is, in a few words
 * @param status the HTTP status code
 * @param detail what happened and what to do
 * @param instance the path of the request, as sent
 * @param errors what is wrong with which parameter or member of the body; empty where none is to blame
 * @param traceId names the request in the server's log
 */
public record Problem(String type, String title, int status, String detail, String instance,
        List<FieldError> errors, String traceId) {
    /** Copies the errors. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** Reports a failure of a request. */
    public static Problem of(ProblemException failure, String instance, String traceId) {
        ProblemType type = failure.type();
        return new Problem(type.uri(), type.title(), type.status(), failure.detail() + " " + type.action(), instance,
                failure.errors(), traceId);
    }

    /** Reports a status that has no type of its own. */
    public static Problem ofStatus(int status, String reason, String instance, String traceId) {
        return new Problem("about:blank", reason, status, reason + ".", instance, List.of(), traceId);
    }
}
