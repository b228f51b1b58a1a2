package org.mswada.db.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jooq.Converter;
import org.jooq.Field;

/** Sends one parameter: takes it out of the input, converts it to what its column stores, and binds it. */
@FunctionalInterface
interface Binder<I> {
    void bind(PreparedStatement statement, int position, I input) throws SQLException;

    static <I, T> Binder<I> value(Field<T> column, Function<? super I, ? extends T> getter) {
        return value(column.getName(), column.getConverter(), getter);
    }

    private static <I, S, T> Binder<I> value(String name, Converter<S, T> converter,
            Function<? super I, ? extends T> getter) {
        JdbcType.Setter<S> setter = JdbcType.of(converter.fromType()).setter();
        String refusal = "the value to compare column " + name + " with is null, and nothing equals null: make it a "
                + "part of a ShapedQuery that may be absent";
        return (statement, position, input) -> setter.set(statement, position,
                converter.to(Objects.requireNonNull(getter.apply(input), refusal)));
    }

    static <I, T> Binder<I> array(Field<T> column, Function<? super I, ? extends Collection<? extends T>> getter) {
        return array(column.getConverter(), getter);
    }

    private static <I, S, T> Binder<I> array(Converter<S, T> converter,
            Function<? super I, ? extends Collection<? extends T>> getter) {
        String elementType = JdbcType.of(converter.fromType()).sqlName();
        return (statement, position, input) -> {
            Collection<? extends T> values = getter.apply(input);
            Object[] elements = new Object[values.size()];
            int place = 0;
            for (T value : values) {
                elements[place++] = converter.to(value);
            }
            Connection connection = statement.getConnection();
            statement.setArray(position, connection.createArrayOf(elementType, elements));
        };
    }

    static <I> Binder<I> number(ToLongFunction<? super I> getter) {
        return (statement, position, input) -> statement.setLong(position, getter.applyAsLong(input));
    }
}
