package org.mswada.http.routing;

/**
 * A query parameter that a route takes.
 *
 * @param name its name
 * @param repeatable whether it may be given more than once
 * @param personal whether what is asked for with it is that of whoever asks, who must be signed in then, on any route
 */
public record QueryParameter(String name, boolean repeatable, boolean personal) {
    /** Declares a parameter that may be given once. */
    public static QueryParameter single(String name) {
        return new QueryParameter(name, false, false);
    }

    /** Declares a parameter that may be given more than once. */
    public static QueryParameter repeatable(String name) {
        return new QueryParameter(name, true, false);
    }

    /** Declares a parameter that may be given once, by those who are signed in. */
    public static QueryParameter personal(String name) {
        return new QueryParameter(name, false, true);
    }
}
