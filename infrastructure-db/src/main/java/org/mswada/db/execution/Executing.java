package org.mswada.db.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jooq.Configuration;
import org.jooq.exception.DataAccessException;
import org.mswada.domain.storage.UnexpectedStorageFailure;

/** Runs the work on the attempt's connection, in a transaction where its mode asks for one. */
final class Executing implements Policy {
    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read, read only";
    private static final String ONE_SNAPSHOT_AND_ITS_POSITION = PositionQuestion.afterRead(ONE_SNAPSHOT);

    private static final Decision SWALLOWED_ERROR = new Decision(FailureKind.UNEXPECTED, Decision.Retry.NEVER,
            Decision.Outcome.NOTHING_STORED, false, Decision.Disposal.KEEP);

    private static final Decision OWN_END = new Decision(FailureKind.UNEXPECTED, Decision.Retry.NEVER,
            Decision.Outcome.UNKNOWN, false, Decision.Disposal.EVICT);

    private static final Decision NOT_OF_THE_DATABASE = new Decision(FailureKind.UNEXPECTED, Decision.Retry.NEVER,
            Decision.Outcome.NOTHING_STORED, false, Decision.Disposal.KEEP);

    private final Configuration jooq;
    private final StatementListener statements;
    private final WalPositions positions;

    Executing(Configuration jooq, StatementListener statements, WalPositions positions) {
        this.jooq = jooq;
        this.statements = statements;
        this.positions = positions;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        Connection connection = Objects.requireNonNull(unit.connection, "a connection is borrowed first");
        try {
            return switch (unit.mode) {
                case READ, SINGLE_WRITE -> asksForPosition(unit)
                        ? positioned(unit, connection)
                        : work(unit, connection);
                case SNAPSHOT, WRITE -> transaction(unit, connection);
            };
        } finally {
            if (unit.yielded != null && unit.call != null) {
                unit.call.noteToken(unit.yielded);
            }
        }
    }

    /** A read that belongs to no call has nobody who could read on from where it was. */
    private boolean asksForPosition(Unit<?> unit) {
        return positions.tracked() && (unit.mode.writes() || unit.call != null);
    }

    /** Without a transaction around the work: its statements ask for the position themselves. */
    private <T> T positioned(Unit<T> unit, Connection connection) {
        PositionedConnection positioned = new PositionedConnection(connection, unit, positions);
        try {
            T result = work(unit, positioned);
            positioned.endApart();
            return result;
        } catch (SQLException e) {
            throw new AttemptFailure(positioned.phase(), e);
        } finally {
            if (unit.mode.writes() && !TransactionState.isKnownIdle(connection)) {
                rollBack(unit, connection);
            }
        }
    }

    private <T> T work(Unit<T> unit, Connection connection) {
        JooqSession session = new JooqSession(unit, connection, jooq, statements);
        try {
            return unit.work.apply(session);
        } catch (DataAccessException e) {
            AttemptFailure failure = new AttemptFailure(session.phase(), e);
            if (failure.sqlException() == null) {
                throw notOfTheDatabase(unit, e);
            }
            throw failure;
        } finally {
            session.end();
        }
    }

    /** jOOQ's own: the database has answered, but with more, less or something else than the code can take. */
    private static UnitFailure notOfTheDatabase(Unit<?> unit, DataAccessException e) {
        return new UnitFailure(NOT_OF_THE_DATABASE, new UnexpectedStorageFailure("Unit '" + unit.operation.name()
                + "' cannot use what the database answered: " + e.getMessage()
                + (unit.mode == Mode.SINGLE_WRITE ? " Its statement is stored." : ""), e));
    }

    private <T> T transaction(Unit<T> unit, Connection connection) {
        boolean ended = false;
        try {
            begin(unit, connection);
            T result = work(unit, connection);
            refuseSwallowedError(unit, connection);
            refuseOwnEnd(unit, connection);
            if (unit.rolledBackOnly) {
                TransactionEnd.rollBack(unit, connection, positions);
            } else {
                refusePastDeadline(unit);
                TransactionEnd.commit(unit, connection, positions);
            }
            ended = true;
            return result;
        } catch (SQLException e) {
            throw new AttemptFailure(Phase.IN_UNIT, e);
        } finally {
            if (!ended) {
                rollBack(unit, connection);
            }
        }
    }

    /**
     * Not left to the pool: HikariCP rolls back only what it saw being executed, which COPY is not, and then sets autocommit
     * again, by which the driver commits.
     */
    private void rollBack(Unit<?> unit, Connection connection) {
        try {
            TransactionEnd.rollBack(unit, connection, positions);
        } catch (SQLException stillOpen) {
            unit.leftOpen = true;
        }
    }

    /** COMMIT of a failed transaction rolls back and reports success (PostgreSQL manual, COMMIT): it must not be sent. */
    private static void refuseSwallowedError(Unit<?> unit, Connection connection) throws SQLException {
        if (TransactionState.isFailed(connection)) {
            throw new UnitFailure(SWALLOWED_ERROR, new UnexpectedStorageFailure("Unit '"
                    + unit.operation.name()
                    + "' was rolled back: a statement in it failed and the error was swallowed. "
                    + "Let the exception out of the unit, or run the statement in a savepoint.", null));
        }
    }

    /** Work that ends the transaction by its own SQL has stored a part, and the rest would be stored without one. */
    private static void refuseOwnEnd(Unit<?> unit, Connection connection) throws SQLException {
        if (TransactionState.isIdle(connection)) {
            throw new UnitFailure(OWN_END, new UnexpectedStorageFailure("Unit '" + unit.operation.name()
                    + "' ended its transaction by itself, so a part of it may be stored. Say no BEGIN, COMMIT or ROLLBACK "
                    + "in a unit: it begins and ends by itself; for a part of it use a savepoint.", null));
        }
    }

    private static void refusePastDeadline(Unit<?> unit) throws SQLException {
        if (unit.inFlight != null && !unit.inFlight.beginCommit()) {
            throw new SQLException("the deadline passed before COMMIT", "57014");
        }
    }

    /** What a snapshot sees it sees from here on, so its position is asked for here and not after all the work. */
    private void begin(Unit<?> unit, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        if (unit.mode == Mode.SNAPSHOT && asksForPosition(unit)) {
            PositionQuestion.ask(unit, connection, positions, ONE_SNAPSHOT_AND_ITS_POSITION);
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(unit.mode == Mode.SNAPSHOT ? ONE_SNAPSHOT : unit.isolation.statement());
        }
    }

    @Override
    public String toString() {
        return "Executing";
    }
}
