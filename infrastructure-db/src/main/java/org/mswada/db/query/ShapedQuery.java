package org.mswada.db.query;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;

/**
 * A query some of whose restrictions are optional. Each combination of those that are there is a shape, a
 * {@link PreparedQuery} of its own, rendered when it is first needed and kept: at most {@link #MAXIMUM_TEXTS}, which leave
 * room in the driver's cache of 256 texts for a connection. Should more be asked for, all are forgotten and rendered anew as
 * they are needed, for combinations that are really used are few. Safe for use by many threads.
 *
 * @param <I> what it is called with
 * @param <O> what it makes of a row
 */
public final class ShapedQuery<I, O> {
    /** The most optional parts: a shape is a number of so many bits. */
    public static final int MAXIMUM_PARTS = 30;

    /** The most texts that are kept. */
    public static final int MAXIMUM_TEXTS = 64;

    private static final int ALL_PARTS = -1;
    private static final int NO_PARTS = 0;

    private final String name;
    private final Statement<I> statement;
    private final RowMapper.Factory<O> mapper;
    private final List<Function<? super I, ? extends @Nullable Object>> parts;
    private final Map<Integer, PreparedQuery<I, O>> shapes = new ConcurrentHashMap<>();

    private ShapedQuery(String name, Statement<I> statement, RowMapper.Factory<O> mapper,
            List<Function<? super I, ? extends @Nullable Object>> parts) {
        this.name = name;
        this.statement = statement;
        this.mapper = mapper;
        this.parts = parts;
    }

    /**
     * Finds out which parts of a query are optional.
     *
     * @param name names it in logs and errors, like {@code bill.list}
     * @param statement says the SQL; it is asked for each shape, and twice for its optional parts
     * @param mapper finds the columns and makes the objects
     * @throws IllegalArgumentException when there are more than {@link #MAXIMUM_PARTS} optional parts or one
     *     is declared inside another, and as {@link PreparedQuery#prepare}
     */
    public static <I, O> ShapedQuery<I, O> prepare(String name, Statement<I> statement, RowMapper.Factory<O> mapper) {
        List<Function<? super I, ? extends @Nullable Object>> parts = parts(statement, ALL_PARTS);
        if (parts.size() != parts(statement, NO_PARTS).size()) {
            throw new IllegalArgumentException("query '" + name + "' declares an optional part inside another, so its "
                    + "shapes cannot be told apart: declare each on its own");
        }
        if (parts.size() > MAXIMUM_PARTS) {
            throw new IllegalArgumentException("query '" + name + "' has " + parts.size() + " optional parts, at most "
                    + MAXIMUM_PARTS + " are possible. Split the query.");
        }
        ShapedQuery<I, O> query = new ShapedQuery<>(name, statement, mapper, parts);
        query.shape(query.everyPart());
        return query;
    }

    private static <I> List<Function<? super I, ? extends @Nullable Object>> parts(Statement<I> statement, int shape) {
        Parameters<I> ignored = new Parameters<>(binder -> "");
        OptionalParts<I> when = new OptionalParts<>(shape, ignored);
        statement.say(Rendering.sql(), ignored, when);
        return List.copyOf(when.parts());
    }

    /** Finds all rows, in the order of the query; as {@link PreparedQuery#list}. */
    public List<O> list(ReadSession session, I input) {
        return shape(input).list(session, input);
    }

    /** Finds all rows, in the order of the query; as {@link PreparedQuery#listReplanned}. */
    public List<O> listReplanned(ReadSession session, I input) {
        return shape(input).listReplanned(session, input);
    }

    /** Returns the query for input like this: the same object for the same parts, as long as it is kept. */
    public PreparedQuery<I, O> shape(I input) {
        int shape = 0;
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).apply(input) != null) {
                shape |= 1 << part;
            }
        }
        return shape(shape);
    }

    /** Returns the query without any part, with each part alone, and with every part: each part's SQL is in one of them. */
    public List<PreparedQuery<I, O>> samples() {
        IntStream alone = IntStream.range(0, parts.size()).map(part -> 1 << part);
        return IntStream.concat(IntStream.concat(IntStream.of(NO_PARTS), alone), IntStream.of(everyPart())).distinct()
                .mapToObj(this::shape).toList();
    }

    private int everyPart() {
        return (1 << parts.size()) - 1;
    }

    private PreparedQuery<I, O> shape(int shape) {
        PreparedQuery<I, O> prepared = shapes.get(shape);
        return prepared == null ? prepare(shape) : prepared;
    }

    private synchronized PreparedQuery<I, O> prepare(int shape) {
        if (shapes.size() == MAXIMUM_TEXTS && !shapes.containsKey(shape)) {
            shapes.clear();
        }
        return shapes.computeIfAbsent(shape, missing -> PreparedQuery.render(name,
                in -> statement.say(Rendering.sql(), in, new OptionalParts<>(missing, in)), mapper));
    }

    /**
     * Says a query with optional parts.
     *
     * @param <I> what it is called with
     */
    @FunctionalInterface
    public interface Statement<I> {
        /** Says it in jOOQ; the optional parts are always declared in the same order, none inside another. */
        Select<?> say(DSLContext sql, Parameters<I> in, OptionalParts<I> when);
    }
}
