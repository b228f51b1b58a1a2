package org.mswada.db.execution;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.tools.jdbc.DefaultPreparedStatement;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;

/**
 * A statement whose text also asks for the position. The results that this adds are taken away: whoever runs it sees that of
 * its own statement. The driver has read all of them when the statement is executed.
 */
final class PositionedStatement extends DefaultPreparedStatement {
    private static final int NO_MORE = -1;

    private final PreparedStatement statement;
    private final PositionedConnection connection;
    private final boolean inTransaction;
    private @Nullable ResultSet rows;
    private long updateCount = NO_MORE;

    /**
     * Wraps a statement.
     *
     * @param inTransaction whether its text begins with BEGIN, and COMMIT comes before the question
     */
    PositionedStatement(PreparedStatement statement, PositionedConnection connection, boolean inTransaction) {
        super(statement, connection);
        this.statement = statement;
        this.connection = connection;
        this.inTransaction = inTransaction;
    }

    @Override
    public boolean execute() throws SQLException {
        connection.sending(inTransaction);
        long asked = System.nanoTime();
        boolean isRows = send();
        if (inTransaction) {
            isRows = statement.getMoreResults();
        }
        rows = isRows ? statement.getResultSet() : null;
        updateCount = isRows ? NO_MORE : statement.getLargeUpdateCount();
        try (ResultSet answer = PositionQuestion.last(statement, false)) {
            connection.told(answer, asked);
        }
        return isRows;
    }

    /**
     * Where a table changed under a statement that was prepared on the server, the driver prepares it anew and sends it again,
     * but not one with another behind it. One that reads can be sent again here: by then the driver has noted that.
     */
    private boolean send() throws SQLException {
        try {
            return statement.execute();
        } catch (SQLException failure) {
            if (inTransaction || !ReportedFailure.of(failure).stalePlan() || !connection.isIdle()) {
                throw failure;
            }
            return statement.execute();
        }
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        boolean _ = execute();
        if (rows == null) {
            throw new SQLException("No results were returned by the query.", PSQLState.NO_DATA.getState());
        }
        return rows;
    }

    @Override
    public int executeUpdate() throws SQLException {
        return (int) executeLargeUpdate();
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        if (execute()) {
            throw new SQLException("A result was returned when none was expected.",
                    PSQLState.TOO_MANY_RESULTS.getState());
        }
        return updateCount;
    }

    @Override
    public @Nullable ResultSet getResultSet() {
        return rows;
    }

    @Override
    public int getUpdateCount() {
        return (int) updateCount;
    }

    @Override
    public long getLargeUpdateCount() {
        return updateCount;
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return getMoreResults(Statement.CLOSE_CURRENT_RESULT);
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        if (rows != null && current != Statement.KEEP_CURRENT_RESULT) {
            rows.close();
        }
        rows = null;
        updateCount = NO_MORE;
        return false;
    }

    /** A batch would send the question, and COMMIT, after each of its lines. */
    @Override
    public void addBatch() throws SQLException {
        throw new SQLException(
                "A batch is not one statement: send the rows by unnest, or use a unit that is a transaction.",
                PSQLState.NOT_IMPLEMENTED.getState());
    }
}
