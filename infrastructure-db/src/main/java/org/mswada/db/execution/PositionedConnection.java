package org.mswada.db.execution;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.tools.jdbc.DefaultConnection;

/**
 * The connection of a unit without a transaction around it, where positions are tracked: each statement that is prepared on it
 * also asks for the position, in the same flush, and whoever runs it does not notice. What cannot be prepared in this way
 * runs apart, in a transaction that is begun and ended by requests of their own.
 */
final class PositionedConnection extends DefaultConnection {
    private final Unit<?> unit;
    private final WalPositions positions;
    private boolean commitSent;
    private boolean apart;

    PositionedConnection(Connection connection, Unit<?> unit, WalPositions positions) {
        super(connection);
        this.unit = unit;
        this.positions = positions;
    }

    @Override
    public PreparedStatement prepareStatement(String text) throws SQLException {
        if (apart) {
            return super.prepareStatement(text);
        }
        return unit.mode.writes()
                ? positioned(PositionQuestion.afterWrite(text), true)
                : positioned(PositionQuestion.afterRead(text), false);
    }

    PreparedStatement prepareStatement(FixedText text) throws SQLException {
        return unit.mode.writes() || apart
                ? prepareStatement(text.text())
                : positioned(text.withPosition(), false);
    }

    private PreparedStatement positioned(String text, boolean inTransaction) throws SQLException {
        return new PositionedStatement(super.prepareStatement(text), this, inTransaction);
    }

    @Override
    public PreparedStatement prepareStatement(String text, int type, int concurrency) throws SQLException {
        beginApart();
        return super.prepareStatement(text, type, concurrency);
    }

    @Override
    public PreparedStatement prepareStatement(String text, int type, int concurrency, int holdability)
            throws SQLException {
        beginApart();
        return super.prepareStatement(text, type, concurrency, holdability);
    }

    @Override
    public PreparedStatement prepareStatement(String text, int generatedKeys) throws SQLException {
        beginApart();
        return super.prepareStatement(text, generatedKeys);
    }

    @Override
    public PreparedStatement prepareStatement(String text, int[] columns) throws SQLException {
        beginApart();
        return super.prepareStatement(text, columns);
    }

    @Override
    public PreparedStatement prepareStatement(String text, String[] columns) throws SQLException {
        beginApart();
        return super.prepareStatement(text, columns);
    }

    @Override
    public CallableStatement prepareCall(String text) throws SQLException {
        beginApart();
        return super.prepareCall(text);
    }

    @Override
    public Statement createStatement() throws SQLException {
        beginApart();
        return super.createStatement();
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        beginApart();
        return super.createStatement(type, concurrency);
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        beginApart();
        return super.createStatement(type, concurrency, holdability);
    }

    /** Says that what comes next is not prepared here. */
    void beginApart() throws SQLException {
        if (!apart && unit.mode.writes()) {
            execute("BEGIN");
        }
        apart = true;
    }

    /** Ends what ran apart, if anything did, and asks for its position. */
    void endApart() throws SQLException {
        if (!apart) {
            return;
        }
        apart = false;
        commitSent = unit.mode.writes();
        PositionQuestion.ask(unit, getDelegate(), positions,
                commitSent ? PositionQuestion.AFTER_COMMIT : PositionQuestion.ALONE);
    }

    /** A statement that is committed in its own flush is about to be sent. */
    void sending(boolean inTransaction) {
        commitSent |= inTransaction;
    }

    boolean isIdle() {
        return TransactionState.isKnownIdle(getDelegate());
    }

    void told(ResultSet answer, long askedNanos) throws SQLException {
        PositionQuestion.note(unit, answer, positions, askedNanos);
    }

    /** A transaction that the server calls failed was not committed; otherwise COMMIT may have come before what failed. */
    Phase phase() {
        return commitSent && !TransactionState.isKnownFailed(getDelegate())
                ? Phase.COMMIT_AND_POSITION_SENT
                : Phase.IN_UNIT;
    }

    private void execute(String text) throws SQLException {
        try (Statement statement = super.createStatement()) {
            statement.execute(text);
        }
    }
}
