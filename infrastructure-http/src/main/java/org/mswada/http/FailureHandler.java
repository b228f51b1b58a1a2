package org.mswada.http;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mswada.domain.storage.StorageException;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.problem.StorageProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ends a request into a problem document, and logs what is our fault, once, with the trace id. */
final class FailureHandler implements ExceptionHandler<Exception> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
    private static final int INTERNAL_ERROR = ProblemType.INTERNAL_ERROR.status();
    private static final int UNAVAILABLE = ProblemType.STORAGE_UNAVAILABLE.status();
    private static final int TIMEOUT = ProblemType.STORAGE_TIMEOUT.status();

    @Override
    public void handle(Exception failure, Context context) {
        String traceId = traceIdOf(context.res());
        ProblemResponse problem = switch (failure) {
            case ProblemException known -> ProblemResponse.of(known, context.path(), traceId);
            case StorageException storage -> ProblemResponse.of(StorageProblems.of(storage), context.path(), traceId);
            case MethodNotAllowedResponse refused -> methodNotAllowed(refused, context, traceId);
            case HttpResponseException refused -> ProblemResponse.ofStatus(refused.getStatus(),
                    String.valueOf(refused.getMessage()), "", context.path(), traceId);
            default -> ProblemResponse.of(new ProblemException(ProblemType.INTERNAL_ERROR, failure), context.path(),
                    traceId);
        };
        log(problem.status(), failure, context, traceId);
        context.status(problem.status());
        problem.headers().forEach(context::header);
        byte[] body = problem.body();
        context.res().setContentLength(body.length);
        context.result(body);
    }

    private static ProblemResponse methodNotAllowed(MethodNotAllowedResponse refused, Context context, String traceId) {
        String allowed = refused.getDetails().values().stream().flatMap(methods -> Stream.of(methods.split(", ", -1)))
                .sorted().collect(Collectors.joining(", "));
        context.header("Allow", allowed);
        return ProblemResponse.of(new ProblemException(ProblemType.METHOD_NOT_ALLOWED,
                "The path allows " + allowed + ", not " + context.req().getMethod() + "."), context.path(), traceId);
    }

    private static void log(int status, Exception failure, Context context, String traceId) {
        if (status == INTERNAL_ERROR) {
            LOG.error("Trace {}: {} {} failed", traceId, context.req().getMethod(), context.path(), failure);
        } else if (status == TIMEOUT || status == UNAVAILABLE) {
            LOG.warn("Trace {}: {} {} failed: {}", traceId, context.req().getMethod(), context.path(),
                    failure.getMessage());
        }
    }

    /** Reports what Java itself throws, such as a stack overflow. */
    void handleError(HttpServletResponse response, Error error) {
        String traceId = traceIdOf(response);
        LOG.error("Trace {}: a request failed", traceId, error);
        ProblemResponse problem = ProblemResponse.of(new ProblemException(ProblemType.INTERNAL_ERROR, error), "",
                traceId);
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        byte[] body = problem.body();
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException clientIsGone) {
            LOG.debug("Trace {}: nobody took the answer", traceId, clientIsGone);
        }
    }

    /** The trace handler in front of the servlet has set it. */
    private static String traceIdOf(HttpServletResponse response) {
        return String.valueOf(response.getHeader(TraceHandler.HEADER));
    }
}
