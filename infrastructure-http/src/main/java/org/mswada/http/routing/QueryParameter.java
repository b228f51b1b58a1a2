package org.mswada.http.routing;

/**
 * A query parameter that a route takes.
 *
 * @param name its name
 * @param repeatable whether it may be given more than once
 */
public record QueryParameter(String name, boolean repeatable) {
    /** Declares a parameter that may be given once. */
    public static QueryParameter single(String name) {
        return new QueryParameter(name, false);
    }

    /** Declares a parameter that may be given more than once. */
    public static QueryParameter repeatable(String name) {
        return new QueryParameter(name, true);
    }
}
