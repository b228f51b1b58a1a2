package org.mswada.db.repository;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mswada.db.execution.ArrayText;

/** Columns of a batch as array parameters, so that a batch of any size is one constant text of SQL. */
final class ArrayParameters {
    private ArrayParameters() {}

    static <R> Field<UUID[]> uuids(List<R> rows, Function<R, @Nullable UUID> column) {
        return DSL.val(rows.stream().map(column).toArray(UUID[]::new), SQLDataType.UUID.array());
    }

    /** Takes each value by its {@code toString}. */
    static <R> Field<String[]> texts(List<R> rows, Function<R, ? extends @Nullable Object> column) {
        return DSL.val(rows.stream().map(column).map(value -> value == null ? null : value.toString())
                .toArray(String[]::new), SQLDataType.CLOB.array());
    }

    /** Takes lists as the texts of arrays, for an array of arrays cannot have rows of different lengths. */
    static <R> Field<String[]> lists(List<R> rows, Function<R, List<String>> column) {
        return texts(rows, row -> ArrayText.of(column.apply(row)));
    }

    static <R> Field<Boolean[]> booleans(List<R> rows, Function<R, Boolean> column) {
        return DSL.val(rows.stream().map(column).toArray(Boolean[]::new), SQLDataType.BOOLEAN.array());
    }

    static <R> Field<Long[]> numbers(List<R> rows, Function<R, Long> column) {
        return DSL.val(rows.stream().map(column).toArray(Long[]::new), SQLDataType.BIGINT.array());
    }

    static <R> Field<Integer[]> integers(List<R> rows, Function<R, @Nullable Integer> column) {
        return DSL.val(rows.stream().map(column).toArray(Integer[]::new), SQLDataType.INTEGER.array());
    }

    static <R> Field<LocalDate[]> dates(List<R> rows, Function<R, @Nullable LocalDate> column) {
        return DSL.val(rows.stream().map(column).toArray(LocalDate[]::new), SQLDataType.LOCALDATE.array());
    }
}
