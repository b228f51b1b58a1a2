package org.mswada.db.query;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The parameters of a query, each with the way to take it out of the input. Column and getter are given together, so
 * that javac checks their types and no value can land in another's place, wherever and however often the SQL uses it.
 *
 * @param <I> what the query is called with
 */
public final class Parameters<I> {
    private final Function<Binder<I>, String> registry;

    /** Lets {@code registry} name each parameter. */
    Parameters(Function<Binder<I>, String> registry) {
        this.registry = registry;
    }

    /** A value of this column's type, as in {@code BILL.ID.eq(in.value(BILL.ID, id -> id))}. It is never null. */
    public <T> Param<T> value(Field<T> column, Function<? super I, ? extends T> getter) {
        return DSL.param(registry.apply(Binder.value(column, getter)), column.getDataType());
    }

    /** Any of some values, as in {@code BILL.ID.eq(in.anyOf(BILL.ID, ids -> ids))}: one array, so one text for any number. */
    public <T> QuantifiedSelect<Record1<T>> anyOf(Field<T> column,
            Function<? super I, ? extends Collection<? extends T>> getter) {
        return DSL.any(array(column, getter));
    }

    /** Some values as an array, as in {@code BILL.AREAS.contains(in.array(AREA, areas -> areas))}. */
    public <T> Param<T[]> array(Field<T> column, Function<? super I, ? extends Collection<? extends T>> getter) {
        return DSL.param(registry.apply(Binder.array(column, getter)), column.getDataType().array());
    }

    /** A number of rows, as in {@code .limit(in.limit(page -> page.limit()))}. */
    public Param<Long> limit(ToLongFunction<? super I> getter) {
        return DSL.param(registry.apply(Binder.number(getter)), SQLDataType.BIGINT);
    }

    /** The parameters that are taken out of a part of the input. */
    <P> Parameters<P> of(Function<? super I, ? extends P> part) {
        return new Parameters<>(binder -> registry.apply(
                (statement, position, input) -> binder.bind(statement, position, part.apply(input))));
    }
}
