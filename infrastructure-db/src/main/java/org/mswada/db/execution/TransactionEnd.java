package org.mswada.db.execution;

import java.sql.Connection;
import java.sql.SQLException;

/** Ends a transaction; where positions are tracked it asks for the position in the same flush, after the end. */
final class TransactionEnd {
    private TransactionEnd() {}

    static void commit(Unit<?> unit, Connection connection, WalPositions positions) {
        if (unit.mode.writes() && positions.tracked()) {
            commitAndAsk(unit, connection, positions);
            return;
        }
        try {
            connection.commit();
            unit.locallyDurableOnly = unit.mode.writes() && StandbyWait.wasCancelled(connection.getWarnings());
        } catch (SQLException e) {
            throw new AttemptFailure(unit.mode.writes() ? Phase.COMMIT_SENT : Phase.IN_UNIT, e);
        }
    }

    private static void commitAndAsk(Unit<?> unit, Connection connection, WalPositions positions) {
        try {
            PositionQuestion.ask(unit, connection, positions, PositionQuestion.AFTER_COMMIT);
        } catch (SQLException e) {
            throw new AttemptFailure(TransactionState.isKnownFailed(connection)
                    ? Phase.IN_UNIT
                    : Phase.COMMIT_AND_POSITION_SENT, e);
        }
    }

    /** Undoes the unit. What its work read, or what a constraint told of the rows of others, the caller has seen too. */
    static void rollBack(Unit<?> unit, Connection connection, WalPositions positions) throws SQLException {
        if (unit.mode.writes() && positions.tracked() && !TransactionState.isIdle(connection)) {
            PositionQuestion.ask(unit, connection, positions, PositionQuestion.AFTER_ROLLBACK);
        } else {
            connection.rollback();
        }
    }
}
