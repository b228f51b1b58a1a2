package org.mswada.db.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.TooManyRowsException;
import org.mswada.db.execution.FixedText;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.ReadSession;
import org.postgresql.PGStatement;

/**
 * A query that jOOQ renders once. Each call sends the same text, which the driver therefore keeps as a prepared statement
 * of the server from its fifth run on a connection, and reads the result by position. A constant of its repository:
 *
 * {@snippet lang = java :
 * private static final PreparedQuery<BillId, Bill> FIND_BY_ID = prepare("bill.find-by-id",
 *         (sql, in) -> sql.select(COLUMNS).from(BILL).where(BILL.ID.eq(in.value(BILL.ID, id -> id))),
 *         JooqBillRepository::bill);
 * }
 *
 * <p>Safe for use by many threads.
 *
 * @param <I> what it is called with
 * @param <O> what it makes of a row
 */
public final class PreparedQuery<I, O> {
    /** A statement that the server has not prepared is planned for the values it is run with. */
    private static final int NEVER = 0;
    private static final int AS_CONFIGURED = -1;
    private static final String EXPLAIN = "explain (format json) ";
    private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\": ([0-9]+)");

    private final String name;
    private final FixedText text;
    private final FixedText explanation;
    private final List<Binder<I>> binders;
    private final RowMapper<O> mapper;

    private PreparedQuery(String name, Rendering<I> rendering, RowMapper<O> mapper) {
        this.name = name;
        this.text = new FixedText(rendering.text());
        this.explanation = new FixedText(EXPLAIN + rendering.text());
        this.binders = rendering.binders();
        this.mapper = mapper;
    }

    /**
     * Renders a query.
     *
     * @param name names it in logs and errors, like {@code bill.find-by-id}
     * @param statement says the SQL; it is asked once
     * @param mapper finds the columns and makes the objects, for example {@code columns -> { Column<BillId> id =
     *     columns.of(BILL.ID); return row -> new Found(row.get(id)); }}
     * @throws IllegalArgumentException when the SQL holds a value of its own, when a column is read that is not selected,
     *     or read as never null although it may be, or when a type cannot be sent or read
     */
    public static <I, O> PreparedQuery<I, O> prepare(String name, Statement<I> statement, RowMapper.Factory<O> mapper) {
        return render(name, in -> statement.say(Rendering.sql(), in), mapper);
    }

    static <I, O> PreparedQuery<I, O> render(String name, Function<Parameters<I>, Select<?>> statement,
            RowMapper.Factory<O> mapper) {
        Rendering<I> rendering = Rendering.of(name, statement);
        Columns columns = new Columns(name, rendering.select().$select());
        return new PreparedQuery<>(name, rendering, mapper.over(columns));
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the SQL, without values: always the same object. */
    public String text() {
        return text.text();
    }

    /**
     * Finds the only row, or none.
     *
     * @throws DataAccessException when the database refuses the query; its cause is the driver's exception
     * @throws TooManyRowsException when there is more than one row
     */
    public Optional<O> one(ReadSession session, I input) {
        return run(session, input, this::only, found -> found.isPresent() ? 1 : 0);
    }

    /**
     * Finds all rows, in the order of the query. The list cannot be changed.
     *
     * @throws DataAccessException when the database refuses the query; its cause is the driver's exception
     */
    public List<O> list(ReadSession session, I input) {
        return run(session, input, this::all, List::size);
    }

    /**
     * As {@link #list}, but planned for these very values each time: for a query whose best plan depends on them, such as a
     * search for a word that is rare or common. Planning costs some tenths of a millisecond.
     */
    public List<O> listReplanned(ReadSession session, I input) {
        return run(text, NEVER, session, input, this::all, List::size);
    }

    /**
     * Returns how many rows the database expects, without reading any.
     *
     * @throws DataAccessException when the database refuses the query; its cause is the driver's exception
     */
    public long estimate(ReadSession session, I input) {
        return run(explanation, NEVER, session, input, PreparedQuery::expected, expected -> 1);
    }

    private static long expected(ResultSet plan) throws SQLException {
        StringBuilder json = new StringBuilder();
        while (plan.next()) {
            json.append(plan.getString(1));
        }
        // The first node of the plan is the whole query.
        Matcher rows = PLAN_ROWS.matcher(json);
        if (!rows.find()) {
            throw new IllegalStateException("the plan of PostgreSQL has no number of rows: " + json);
        }
        return Long.parseLong(rows.group(1));
    }

    private <R> R run(ReadSession session, I input, Reading<R> reading, ToLongFunction<R> rows) {
        return run(text, AS_CONFIGURED, session, input, reading, rows);
    }

    private <R> R run(FixedText said, int prepareThreshold, ReadSession session, I input, Reading<R> reading,
            ToLongFunction<R> rows) {
        // Closing the statement closes its result.
        try (PreparedStatement statement = JooqSession.prepare(session, said)) {
            if (prepareThreshold != AS_CONFIGURED) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(prepareThreshold);
            }
            for (int index = 0; index < binders.size(); index++) {
                binders.get(index).bind(statement, index + 1, input);
            }
            return read(said, session, statement, reading, rows);
        } catch (SQLException e) {
            throw new DataAccessException(
                    "query '" + name + "' failed: " + e.getMessage() + "; SQL [" + said.text() + "]", e);
        }
    }

    private static <R> R read(FixedText said, ReadSession session, PreparedStatement statement,
            Reading<R> reading, ToLongFunction<R> rows) throws SQLException {
        long start = JooqSession.begin(session);
        long count = JooqSession.ROWS_UNKNOWN;
        try {
            R result = reading.read(statement.executeQuery());
            count = rows.applyAsLong(result);
            return result;
        } finally {
            JooqSession.ended(session, said.text(), start, count);
        }
    }

    private Optional<O> only(ResultSet result) throws SQLException {
        if (!result.next()) {
            return Optional.empty();
        }
        O found = mapper.map(new Row(result));
        if (result.next()) {
            throw new TooManyRowsException("query '" + name + "' found more than one row where at most one can be: "
                    + "restrict it to a unique key, or ask for a list");
        }
        return Optional.of(found);
    }

    private List<O> all(ResultSet result) throws SQLException {
        Row row = new Row(result);
        List<O> found = new ArrayList<>();
        while (result.next()) {
            found.add(mapper.map(row));
        }
        return Collections.unmodifiableList(found);
    }

    @Override
    public String toString() {
        return name + ": " + text();
    }

    /**
     * Says a query.
     *
     * @param <I> what it is called with
     */
    @FunctionalInterface
    public interface Statement<I> {
        /** Says it in jOOQ; every value that comes from the caller is taken from {@code in}. */
        Select<?> say(DSLContext sql, Parameters<I> in);
    }

    /** What is done with the result. */
    private interface Reading<R> {
        R read(ResultSet result) throws SQLException;
    }
}
