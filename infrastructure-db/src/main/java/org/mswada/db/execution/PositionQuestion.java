package org.mswada.db.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.mswada.db.health.WalPosition;

/**
 * Asks a node how far in the write-ahead log it is, as the last statement of a flush that is sent anyway. It is asked after
 * what it is to cover, and so may be a little later, never earlier.
 */
final class PositionQuestion {
    /** Only a primary knows the name of the file that it writes, which begins with the timeline. */
    static final String ALONE = "select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() "
            + "else pg_current_wal_insert_lsn() end, case when pg_is_in_recovery() then pg_last_wal_receive_lsn() end, "
            + "case when not pg_is_in_recovery() then pg_walfile_name(pg_current_wal_insert_lsn()) end";
    static final String AFTER_COMMIT = "COMMIT; " + ALONE;
    static final String AFTER_ROLLBACK = "ROLLBACK; " + ALONE;
    /** A statement may end in a comment, which the line ends. */
    private static final String NEXT = "\n; ";
    private static final int TIMELINE_DIGITS = 8;
    private static final int HEXADECIMAL = 16;
    private static final int NO_MORE = -1;

    private PositionQuestion() {}

    /** Returns a text that runs a reading statement and asks. */
    static String afterRead(String text) {
        return text + NEXT + ALONE;
    }

    /**
     * Returns a text that runs a statement in a transaction of its own and asks after its COMMIT. BEGIN is a must: without it
     * the driver may divide the text, so that the server commits in the middle; and where it is refused, for a cancellation
     * met it, the server leaves out all the rest.
     */
    static String afterWrite(String text) {
        return "BEGIN; " + text + NEXT + AFTER_COMMIT;
    }

    /** Sends a text that ends with the question, and notes the answer. If COMMIT is in it, its warnings are the statement's. */
    static void ask(Unit<?> unit, Connection connection, WalPositions positions, String text) throws SQLException {
        long asked = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            boolean isRows = statement.execute();
            unit.locallyDurableOnly |= unit.mode.writes() && StandbyWait.wasCancelled(statement.getWarnings());
            try (ResultSet answer = last(statement, isRows)) {
                note(unit, answer, positions, asked);
            }
        }
    }

    /** Returns the last result of a statement that was executed; the driver has read all of them. */
    static ResultSet last(PreparedStatement statement, boolean firstIsRows) throws SQLException {
        ResultSet last = firstIsRows ? statement.getResultSet() : null;
        while (true) {
            if (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)) {
                last = statement.getResultSet();
            } else if (statement.getUpdateCount() == NO_MORE) {
                break;
            }
        }
        if (last == null) {
            throw new SQLException("the position in the write-ahead log was asked for and not told");
        }
        return last;
    }

    /**
     * Notes the answer, which is on the only row, to what was asked at a moment. A read that was meant for a standby and
     * came to a server that was promoted meanwhile must not count: what that one has may be of a history that the others
     * never come to, and whoever had seen it could read nowhere any more.
     */
    static void note(Unit<?> unit, ResultSet answer, WalPositions positions, long askedNanos) throws SQLException {
        boolean _ = answer.next();
        long reached = lsn(answer.getString(1));
        String file = answer.getString(3);
        if (file == null) {
            positions.replayed(reached, askedNanos);
            unit.saw(positions.token(WalPositions.TIMELINE_NOT_TOLD, seen(reached, answer.getString(2))));
            return;
        }
        int timeline = Integer.parseInt(file, 0, TIMELINE_DIGITS, HEXADECIMAL);
        if (!unit.mode.writes() && positions.isStray(timeline)) {
            throw Refusals.promoted(unit, timeline);
        }
        unit.saw(positions.token(timeline, reached));
    }

    /**
     * A standby shows what a COMMIT stored a moment before it says that it has replayed it, and the moment may be long, as
     * when that COMMIT dropped tables. So it may have shown the next record unless it has none, which is sure only where it has
     * received just what it has replayed: one that replays from an archive has received nothing, or less. Who has come
     * past this position by one byte has replayed that record wholly.
     */
    static long seen(long replayed, @Nullable String received) {
        return received == null || lsn(received) != replayed ? replayed + 1 : replayed;
    }

    private static long lsn(@Nullable String text) {
        return text == null ? 0 : WalPosition.parse(text);
    }
}
