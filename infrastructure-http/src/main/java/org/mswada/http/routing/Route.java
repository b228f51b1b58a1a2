package org.mswada.http.routing;

import java.util.List;
import java.util.function.Function;

/**
 * One GET operation of the API; HEAD works wherever GET does.
 *
 * @param path its path, with parameters in braces, as in the OpenAPI file
 * @param queryParameters all query parameters that it takes
 * @param handler answers a request, on a thread that may block; it throws
 *     {@link org.mswada.http.problem.ProblemException} to refuse
 */
public record Route(String path, List<QueryParameter> queryParameters, Function<Parameters, Reply> handler) {
    /** Copies the parameters. */
    public Route {
        queryParameters = List.copyOf(queryParameters);
    }

    /** Declares an operation that takes no query parameters. */
    public Route(String path, Function<Parameters, Reply> handler) {
        this(path, List.of(), handler);
    }
}
