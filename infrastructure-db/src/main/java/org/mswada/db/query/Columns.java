package org.mswada.db.query;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.TableField;
import org.jooq.exception.InvalidResultException;
import org.jspecify.annotations.Nullable;

/** The columns that a query selects, to be found by {@link RowMapper.Factory} once, when the query is rendered. */
public final class Columns {
    private final String query;
    private final List<? extends SelectFieldOrAsterisk> selected;

    Columns(String query, List<? extends SelectFieldOrAsterisk> selected) {
        this.query = query;
        this.selected = selected;
        for (SelectFieldOrAsterisk each : selected) {
            if (!(each instanceof Field<?>)) {
                throw new IllegalArgumentException("query '" + query + "' selects " + each
                        + ", whose columns change with the schema: name each column");
            }
        }
    }

    /**
     * Finds a column that is never null.
     *
     * @throws IllegalArgumentException when the query does not select it, or the schema lets it be null
     */
    public <T> Column<T> of(Field<T> field) {
        if (field instanceof TableField<?, ?> column && column.getTable() != null && column.getDataType().nullable()) {
            throw new IllegalArgumentException("query '" + query + "' reads " + field
                    + " as never null, but the schema lets it be null: read it with columns.nullable(...)");
        }
        Column.Reader<@Nullable T> reader = reader(field, field.getConverter());
        String refusal = "query '" + query + "' read " + field
                + " as never null, but it is null: read it with columns.nullable(...), or repair the data";
        return new Column<>(result -> {
            T value = reader.read(result);
            if (value == null) {
                throw new InvalidResultException(refusal);
            }
            return value;
        });
    }

    /**
     * Finds a column that may be null: by the schema, or since an outer join may have no row for it.
     *
     * @throws IllegalArgumentException when the query does not select it
     */
    public <T> Column<@Nullable T> nullable(Field<T> field) {
        return new Column<>(reader(field, field.getConverter()));
    }

    /**
     * Returns the selected column of this one's name: for an expression that is made anew in each query.
     *
     * @throws IllegalArgumentException when the query does not select it
     */
    public <T> Field<T> named(Field<T> alike) {
        for (SelectFieldOrAsterisk each : selected) {
            if (each instanceof Field<?> field && field.getName().equals(alike.getName())
                    && field.getType() == alike.getType()) {
                @SuppressWarnings("unchecked") // Its type is the asked one.
                Field<T> found = (Field<T>) field;
                return found;
            }
        }
        throw new IllegalArgumentException("query '" + query + "' selects no column " + alike + " of "
                + alike.getType().getSimpleName());
    }

    private <S, T> Column.Reader<@Nullable T> reader(Field<T> field, Converter<S, T> converter) {
        int position = position(field);
        JdbcType.Getter<S> getter = getter(converter.fromType());
        return result -> {
            S stored = getter.get(result, position);
            return stored == null ? null : converter.from(stored);
        };
    }

    private int position(Field<?> field) {
        int index = selected.indexOf(field);
        if (index < 0) {
            throw new IllegalArgumentException("query '" + query + "' reads " + field + " but selects only "
                    + selected.stream().map(Object::toString).collect(Collectors.joining(", "))
                    + ": add it to the select");
        }
        return index + 1;
    }

    private static <S> JdbcType.Getter<S> getter(Class<S> type) {
        return type.isArray() ? (result, position) -> array(type, result, position) : JdbcType.of(type).getter();
    }

    private static <S> @Nullable S array(Class<S> type, ResultSet result, int position) throws SQLException {
        Array stored = result.getArray(position);
        return stored == null ? null : type.cast(stored.getArray());
    }
}
