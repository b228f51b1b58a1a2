package org.mswada.http.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mswada.http.problem.FieldError;
import org.mswada.http.problem.ProblemException;

/** Reads parameters and collects all that is wrong with them, so that a client is told at once. For one thread. */
public final class ParameterReader {
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * Reads a value.
     *
     * @param type makes something of the text, or throws {@link IllegalArgumentException} with a message for the client
     * @return what {@code type} made of it; null if {@code value} is null or was refused
     */
    public <T> @Nullable T read(String parameter, @Nullable String value, Function<String, T> type) {
        if (value == null) {
            return null;
        }
        try {
            return type.apply(value);
        } catch (IllegalArgumentException refused) {
            errors.add(FieldError.ofParameter(parameter, String.valueOf(refused.getMessage())));
            return null;
        }
    }

    /** Reads values that are repeated, or separated by commas; those that are refused are left out. */
    public <T> Set<T> several(String parameter, List<String> values, Function<String, T> type) {
        return each(parameter, values.stream().flatMap(value -> List.of(value.split(",", -1)).stream()).toList(), type);
    }

    /** Reads values that are repeated only; those that are refused are left out. */
    public <T> Set<T> each(String parameter, List<String> values, Function<String, T> type) {
        Set<T> read = new LinkedHashSet<>();
        for (String value : values) {
            T one = read(parameter, value, type);
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    /** Notes that a parameter cannot be used. */
    public void refuse(String parameter, String message) {
        errors.add(FieldError.ofParameter(parameter, message));
    }

    /** Returns the problem that reports all that was refused so far. */
    public ProblemException refusal() {
        return ProblemException.invalid(errors);
    }

    /** Ends the request if anything was refused. */
    public void check() {
        if (!errors.isEmpty()) {
            throw refusal();
        }
    }
}
