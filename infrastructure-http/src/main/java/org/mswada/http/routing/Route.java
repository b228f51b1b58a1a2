package org.mswada.http.routing;

import java.util.List;
import java.util.function.Function;

/**
 * One operation of the API; HEAD works wherever GET does.
 *
 * @param method what it does
 * @param path its path, with parameters in braces, as in the OpenAPI file
 * @param queryParameters all query parameters that it takes
 * @param handler answers a request, on a thread that may block; it throws
 *     {@link org.mswada.http.problem.ProblemException} to refuse
 */
public record Route(Method method, String path, List<QueryParameter> queryParameters,
        Function<Parameters, Reply> handler) {
    /** Copies the parameters. */
    public Route {
        queryParameters = List.copyOf(queryParameters);
    }

    /** Declares a GET operation that takes no query parameters. */
    public Route(String path, Function<Parameters, Reply> handler) {
        this(path, List.of(), handler);
    }

    /** Declares a GET operation. */
    public Route(String path, List<QueryParameter> queryParameters, Function<Parameters, Reply> handler) {
        this(Method.GET, path, queryParameters, handler);
    }

    /** Declares an operation that changes something and takes no body. */
    public static Route post(String path, List<QueryParameter> queryParameters, Function<Parameters, Reply> handler) {
        return new Route(Method.POST, path, queryParameters, handler);
    }
}
