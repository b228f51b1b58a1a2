package org.mswada.db.health;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The one question of a probe: cheap, the same on each version of PostgreSQL, and for a role without any rights. */
final class ServerQuestion {
    /**
     * The role is found out once, for it may change meanwhile. The insert position, for a commit that does not wait for the
     * disk is there and not yet at the write position; the timeline of that, for the control file's is that of the last
     * checkpoint.
     */
    private static final String TEXT = """
            select standby, system_identifier,
                case when standby then pg_last_wal_replay_lsn() else pg_current_wal_insert_lsn() end,
                case when not standby then pg_walfile_name(pg_current_wal_insert_lsn()) end,
                pg_postmaster_start_time()
            from (select pg_is_in_recovery() as standby offset 0) as role, pg_control_system()""";
    private static final int HEXADECIMAL = 16;
    private static final int TIMELINE_DIGITS = 8;

    private ServerQuestion() {}

    static ServerFacts ask(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TEXT);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new ServerFacts(rows.getBoolean(1), Long.toUnsignedString(rows.getLong(2)),
                    timeline(rows.getString(4)), position(rows.getString(3)),
                    rows.getObject(5, OffsetDateTime.class).toInstant());
        }
    }

    private static int timeline(@Nullable String segment) {
        return segment == null ? 0 : Integer.parseUnsignedInt(segment, 0, TIMELINE_DIGITS, HEXADECIMAL);
    }

    /** Null on a standby that has replayed nothing yet. */
    private static long position(@Nullable String position) {
        return position == null ? 0 : WalPosition.parse(position);
    }
}
