package org.mswada.http.routing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API; HEAD works wherever GET does.
 *
 * @param method what it does
 * @param path its path, with parameters in braces, as in the OpenAPI file
 * @param queryParameters all query parameters that it takes
 * @param isPublic whether it is for anybody, unless a {@link QueryParameter#personal} is given; otherwise for those who are
 *     signed in, whose token was checked
 * @param bodyType the media type of the body that it takes; null for none
 * @param handler answers a request, on a thread that may block; it throws
 *     {@link org.mswada.http.problem.ProblemException} to refuse
 */
public record Route(Method method, String path, List<QueryParameter> queryParameters, boolean isPublic,
        @Nullable String bodyType, Function<Request, Reply> handler) {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** Copies the parameters. */
    public Route {
        queryParameters = List.copyOf(queryParameters);
    }

    /** Declares a GET operation for anybody that takes no query parameters. */
    public Route(String path, Function<Parameters, Reply> handler) {
        this(path, List.of(), handler);
    }

    /** Declares a GET operation for anybody. */
    public Route(String path, List<QueryParameter> queryParameters, Function<Parameters, Reply> handler) {
        this(Method.GET, path, queryParameters, true, null, request -> handler.apply(request.parameters()));
    }

    /** Declares a GET operation for anybody, some of whose parameters are personal. */
    public static Route partlyPersonal(String path, List<QueryParameter> queryParameters,
            Function<Request, Reply> handler) {
        return new Route(Method.GET, path, queryParameters, true, null, handler);
    }

    /** Declares a POST operation for anybody, without a body: what the port's own protection is enough for. */
    public static Route post(String path, List<QueryParameter> queryParameters, Function<Parameters, Reply> handler) {
        return new Route(Method.POST, path, queryParameters, true, null,
                request -> handler.apply(request.parameters()));
    }

    /** Declares an operation for those who are signed in, without a body. */
    public static Route signedIn(Method method, String path, Function<Request, Reply> handler) {
        return new Route(method, path, List.of(), false, null, handler);
    }

    /** Returns whether a request with these parameters is only for those who are signed in. */
    public boolean isPersonal(Parameters parameters) {
        return !isPublic || queryParameters.stream()
                .anyMatch(parameter -> parameter.personal() && parameters.query().containsKey(parameter.name()));
    }

    /** Declares an operation for those who are signed in that takes a JSON object; a PATCH takes a merge patch (RFC 7396). */
    public static Route taking(Method method, String path, Function<Request, Reply> handler) {
        return new Route(method, path, List.of(), false, method == Method.PATCH ? MERGE_PATCH : Json.MEDIA_TYPE,
                handler);
    }
}
