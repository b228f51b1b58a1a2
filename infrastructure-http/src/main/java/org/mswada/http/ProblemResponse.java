package org.mswada.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mswada.http.problem.Problem;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.routing.Json;

/**
 * A problem document on its way to the client.
 *
 * @param problem the document
 * @param headers all headers but the length
 */
record ProblemResponse(Problem problem, Map<String, String> headers) {
    static ProblemResponse of(ProblemException failure, String instance, String traceId) {
        return of(Problem.of(failure, instance, traceId), failure.retryAfterSeconds(), failure.headers());
    }

    /** Reports a refusal of the HTTP layer, known by its status only. */
    static ProblemResponse ofStatus(int status, String reason, String detail, String instance, String traceId) {
        ProblemType type = switch (status) {
            case 400 -> ProblemType.MALFORMED_REQUEST;
            case 404 -> ProblemType.NOT_FOUND;
            case 408 -> ProblemType.REQUEST_TIMEOUT;
            case 414 -> ProblemType.URI_TOO_LONG;
            case 431 -> ProblemType.HEADERS_TOO_LARGE;
            case 500 -> ProblemType.INTERNAL_ERROR;
            case 503 -> ProblemType.SERVER_BUSY;
            default -> null;
        };
        if (type == null) {
            return of(Problem.ofStatus(status, reason, instance, traceId), 0, Map.of());
        }
        return of(new ProblemException(type, detail.isEmpty() ? type.meaning() : type.meaning() + " " + detail + "."),
                instance, traceId);
    }

    private static ProblemResponse of(Problem problem, int retryAfterSeconds, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", "application/problem+json");
        headers.put("Cache-Control", "no-store");
        headers.put(TraceHandler.HEADER, problem.traceId());
        if (retryAfterSeconds > 0) {
            headers.put("Retry-After", Integer.toString(retryAfterSeconds));
        }
        return new ProblemResponse(problem, headers);
    }

    int status() {
        return problem.status();
    }

    byte[] body() {
        return Json.write(problem);
    }
}
