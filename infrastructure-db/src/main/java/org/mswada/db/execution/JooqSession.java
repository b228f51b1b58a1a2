package org.mswada.db.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.postgresql.PGConnection;

/** The session behind the domain's marker types: one connection, for one attempt of a unit, on one thread. */
public final class JooqSession implements WriteSession {
    /** Where it is not known how many rows a statement returned or changed, for it failed. */
    public static final long ROWS_UNKNOWN = -1;

    private static final Pattern READING = Pattern.compile(
            "\\s*\\(*\\s*(select|with|table|values|show|explain|declare|fetch)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Unit<?> unit;
    private final Connection connection;
    private final Configuration jooq;
    private final StatementListener listener;
    private @Nullable DSLContext sql;
    private int statements;
    private boolean open = true;

    JooqSession(Unit<?> unit, Connection connection, Configuration jooq, StatementListener listener) {
        this.unit = unit;
        this.connection = connection;
        this.jooq = jooq;
        this.listener = listener;
    }

    /** Returns jOOQ on the session's connection: the one cast that every repository needs. */
    public static DSLContext sql(ReadSession session) {
        JooqSession jooq = of(session);
        if (jooq.sql == null) {
            jooq.unit.saidSqlOfItsOwn = true;
            jooq.sql = DSL.using(jooq.jooq.derive(new DefaultConnectionProvider(jooq.connection))
                    .derive(new DefaultExecuteListenerProvider(new StatementWatch(jooq))));
        }
        return jooq.sql;
    }

    /**
     * Returns the session's connection, for statements that need no jOOQ; it is never closed by who asks for it, who says by
     * {@link #begin} and {@link #ended} what is executed on it.
     */
    public static Connection connection(ReadSession session) {
        JooqSession jooq = of(session);
        jooq.unit.saidSqlOfItsOwn = true;
        return jooq.connection;
    }

    /** Prepares a statement on the session's connection, as {@link #connection}. */
    public static PreparedStatement prepare(ReadSession session, FixedText text) throws SQLException {
        Connection connection = of(session).connection;
        return connection instanceof PositionedConnection positioned
                ? positioned.prepareStatement(text)
                : connection.prepareStatement(text.text());
    }

    /** Says that a statement begins; returns the moment, for {@link #ended}. */
    public static long begin(ReadSession session) {
        return of(session).begin();
    }

    /** Says that a statement that began at {@code startNanos} ended, well or not. */
    public static void ended(ReadSession session, String text, long startNanos, long rows) {
        of(session).ended(text, startNanos, rows);
    }

    /**
     * Writes rows by COPY, which is the fastest way in.
     *
     * @return how many rows were written
     */
    public static long copy(WriteSession session, Table<?> table, List<Field<?>> columns, CopyRows rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        JooqSession jooq = of(session);
        String names = columns.stream().map(Field::getName).collect(Collectors.joining(", "));
        String statement = "copy " + table.getName() + " (" + names + ") from stdin";
        long start = jooq.begin();
        long written = ROWS_UNKNOWN;
        try {
            jooq.beginApart();
            written = jooq.connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, rows.reader());
            jooq.heard(jooq.connection.getWarnings());
            return written;
        } catch (SQLException e) {
            throw new DataAccessException(statement, e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        } finally {
            jooq.ended(statement, start, written);
        }
    }

    private static JooqSession of(ReadSession session) {
        JooqSession jooq = (JooqSession) session;
        if (!jooq.open) {
            throw new IllegalStateException(
                    "this session's unit of work has ended: use a session only inside the work it was handed to");
        }
        return jooq;
    }

    /** A read is run again without asking whether it was stored, and may go to a replica: nothing may be written in it. */
    void refuseWrite(ExecuteType type, String text) {
        if (unit.mode == Mode.READ && type != ExecuteType.READ && !READING.matcher(text).matches()) {
            throw new IllegalStateException("unit '" + unit.operation.name()
                    + "' only reads, and was to execute a statement that does not: use write or writeSingle");
        }
    }

    long begin() {
        refusePastDeadline();
        if (++statements > 1 && unit.mode == Mode.SINGLE_WRITE) {
            throw new IllegalStateException("unit '" + unit.operation.name()
                    + "' runs a second statement in writeSingle, where the first is stored already: use write");
        }
        return System.nanoTime();
    }

    /** Says that what comes next is no statement that can be prepared. */
    void beginApart() throws SQLException {
        if (connection instanceof PositionedConnection positioned) {
            positioned.beginApart();
        }
    }

    /** In autocommit a statement is its own COMMIT, and its warnings are those of COMMIT. */
    void heard(@Nullable SQLWarning warnings) throws SQLException {
        if (connection instanceof PositionedConnection positioned) {
            positioned.endApart();
        }
        if (unit.mode == Mode.SINGLE_WRITE && StandbyWait.wasCancelled(warnings)) {
            unit.locallyDurableOnly = true;
        }
    }

    /** A cancellation that came between two statements ended neither: without this the next would run on for a while. */
    private void refusePastDeadline() {
        if (unit.inFlight != null && unit.inFlight.isCancelled()) {
            throw new DataAccessException("the deadline passed before the next statement",
                    new SQLException("the deadline passed", "57014"));
        }
    }

    void ended(String text, long startNanos, long rows) {
        listener.executed(unit.operation, String.valueOf(unit.node), text, System.nanoTime() - startNanos, rows);
    }

    @Override
    public <T> T savepoint(Function<? super WriteSession, ? extends T> work) {
        refuseInSingle("savepoint");
        try {
            Savepoint savepoint = connection.setSavepoint();
            try {
                T result = work.apply(this);
                connection.releaseSavepoint(savepoint);
                return result;
            } catch (RuntimeException | Error e) {
                rollBack(savepoint, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new DataAccessException("savepoint", e);
        }
    }

    /** A connection that was lost meanwhile cannot roll back; that it was lost is what must be told. */
    private void rollBack(Savepoint savepoint, Throwable why) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException lost) {
            why.addSuppressed(lost);
        }
    }

    @Override
    public void rollbackOnly() {
        refuseInSingle("rollbackOnly");
        of(this).unit.rolledBackOnly = true;
    }

    private void refuseInSingle(String what) {
        if (unit.mode == Mode.SINGLE_WRITE) {
            throw new IllegalStateException("unit '" + unit.operation.name() + "' asks for " + what
                    + " in writeSingle, which has no transaction: use write");
        }
    }

    /** A writing statement in autocommit is its own COMMIT: once it was sent, silence leaves the outcome open. */
    Phase phase() {
        if (connection instanceof PositionedConnection positioned) {
            return positioned.phase();
        }
        return unit.mode == Mode.SINGLE_WRITE && statements > 0 ? Phase.COMMIT_SENT : Phase.IN_UNIT;
    }

    void end() {
        open = false;
    }
}
