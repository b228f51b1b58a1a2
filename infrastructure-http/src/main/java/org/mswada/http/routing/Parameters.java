package org.mswada.http.routing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mswada.http.problem.FieldError;
import org.mswada.http.problem.ProblemException;

/**
 * The parameters of a request: those of its path, and those of its query that its route declares.
 *
 * @param path decoded values by name
 * @param query decoded values by name, in the order given; a parameter not given is not in it
 */
public record Parameters(Map<String, String> path, Map<String, List<String>> query) {
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** Copies the maps. */
    public Parameters {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /** Returns a parameter of the path; it is an error of the route if it declares none of this name. */
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no path parameter '" + name + "'");
        }
        return value;
    }

    /** Returns a query parameter that is given at most once, or null if it is not given. */
    public @Nullable String single(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Returns all values of a query parameter, in the order given. */
    public List<String> all(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** Returns an identifier in the path (RFC 9562, section 4), or refuses the request. */
    public <T> T id(String name, Function<UUID, T> type) {
        try {
            return type.apply(uuid(path(name)));
        } catch (IllegalArgumentException refused) {
            throw ProblemException.invalid(List.of(FieldError.ofParameter(name, String.valueOf(refused.getMessage()))));
        }
    }

    /** Reads an identifier (RFC 9562, section 4), or throws an {@link IllegalArgumentException} with words for the client. */
    public static UUID uuid(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a UUID like '01890a5d-ac96-774b-bcce-b302099a8057'");
        }
        return UUID.fromString(text);
    }
}
