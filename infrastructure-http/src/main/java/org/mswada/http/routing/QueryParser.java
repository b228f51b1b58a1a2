package org.mswada.http.routing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mswada.http.problem.FieldError;
import org.mswada.http.problem.ProblemException;

/** Reads a query string strictly: a name that the route does not declare is an error, not a filter that does nothing. */
public final class QueryParser {
    private final Map<String, QueryParameter> allowed;
    private final String allowedNames;

    /** Allows these parameters. */
    public QueryParser(List<QueryParameter> allowed) {
        this.allowed = allowed.stream().collect(Collectors.toMap(QueryParameter::name, parameter -> parameter));
        this.allowedNames = allowed.isEmpty()
                ? "this path takes no query parameters"
                : "allowed are " + allowed.stream().map(QueryParameter::name).collect(Collectors.joining(", "));
    }

    /** Returns the decoded values by name, or refuses the request with all that is wrong. */
    public Map<String, List<String>> parse(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                add(pair, values, errors);
            }
        }
        values.forEach((name, given) -> check(name, given, errors));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return values;
    }

    private static void add(String pair, Map<String, List<String>> values, List<FieldError> errors) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        try {
            values.computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), unseen -> new ArrayList<>())
                    .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            errors.add(FieldError.ofParameter(name, "'" + pair + "' is not percent-encoded UTF-8; write '%' as '%25'"));
        }
    }

    private void check(String name, List<String> given, List<FieldError> errors) {
        QueryParameter parameter = allowed.get(name);
        if (parameter == null) {
            errors.add(FieldError.ofParameter(name, "there is no parameter '" + name + "': " + allowedNames));
        } else if (given.size() > 1 && !parameter.repeatable()) {
            errors.add(
                    FieldError.ofParameter(name, "'" + name + "' is given " + given.size() + " times; give it once"));
        }
    }
}
