package org.mswada.db.validation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.mswada.domain.storage.StorageOverloaded;

/** Whether the server has connections to spare, so that nobody else goes without. */
final class Slots {
    /** What a session of another role is, is hidden from a role without pg_read_all_stats; whose it is, is not. */
    private static final String FREE = """
            select least(
                current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                    - coalesce(current_setting('reserved_connections', true)::int, 0)
                    - (select count(*) from pg_stat_activity where backend_type = 'client backend'
                        or (backend_type is null and datid is not null and usesysid is not null)),
                (select nullif(rolconnlimit, -1) - (select count(*) from pg_stat_activity where usename = current_user)
                    from pg_roles where rolname = current_user),
                (select nullif(datconnlimit, -1) - (select count(*) from pg_stat_activity where datname = current_database())
                    from pg_database where datname = current_database()))""";
    static final Duration TRY_AGAIN = Duration.ofMinutes(1);

    private Slots() {}

    static void require(Connection connection, int needed) throws SQLException {
        long free = free(connection);
        if (free < needed) {
            throw new StorageOverloaded("Nothing was measured: the server has " + free
                    + " connections to spare, and this needs " + needed
                    + " for a few seconds. Try again when fewer are in use, or raise max_connections.", TRY_AGAIN,
                    null);
        }
    }

    private static long free(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(FREE)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
