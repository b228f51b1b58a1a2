package org.mswada.http.routing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads constants as {@link Json} writes them, such as {@code in_committee}, and nothing else. */
public final class EnumNames<E extends Enum<E>> implements Function<String, E> {
    private final Map<String, E> byName;
    private final String allowed;

    /** Reads the constants of this type. */
    public EnumNames(Class<E> type) {
        E[] constants = type.getEnumConstants();
        this.byName = Arrays.stream(constants).collect(Collectors.toMap(EnumNames::nameOf, constant -> constant));
        this.allowed = Arrays.stream(constants).map(EnumNames::nameOf).collect(Collectors.joining(", "));
    }

    /** Returns the constant of this name, or throws an {@link IllegalArgumentException} that names them all. */
    @Override
    public E apply(String name) {
        E constant = byName.get(name);
        if (constant == null) {
            throw new IllegalArgumentException("'" + name + "' is none of " + allowed);
        }
        return constant;
    }

    private static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
