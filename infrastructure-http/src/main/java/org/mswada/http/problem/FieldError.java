package org.mswada.http.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a parameter of a request, or with a member of its body.
 *
 * @param parameter the parameter's name, in the path, the query or the headers; null for a member of the body
 * @param pointer where the member is, a JSON Pointer (RFC 6901); null for a parameter
 * @param message what is wrong and what is allowed
 */
public record FieldError(@Nullable String parameter, @Nullable String pointer, String message) {
    /** Blames a parameter. */
    public static FieldError ofParameter(String name, String message) {
        return new FieldError(name, null, message);
    }

    /** Blames a member of the body. */
    public static FieldError ofMember(String pointer, String message) {
        return new FieldError(null, pointer, message);
    }
}
