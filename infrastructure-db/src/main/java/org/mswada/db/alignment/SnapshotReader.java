package org.mswada.db.alignment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what is in the current schema of a connection from the catalogs of PostgreSQL. In a transaction of the caller's,
 * whose search path becomes that schema alone: names within it come without it then, and all others with theirs.
 */
final class SnapshotReader {
    private static final List<String> FILES = List.of("tables.sql", "columns.sql", "indexes.sql", "constraints.sql",
            "triggers.sql", "views.sql", "sequences.sql", "routines.sql", "types.sql", "others.sql", "grants.sql");
    /** Who migrates owns the history of it; where there is none, nothing was migrated. */
    private static final String MIGRATING_ROLE = "select coalesce((select relowner from pg_class where oid = "
            + "to_regclass('flyway_schema_history')), (select oid from pg_roles where rolname = current_user))";

    private SnapshotReader() {}

    /**
     * Reads it.
     *
     * @param serverRole the role that the server signs in as, or nothing; what it may do is no part of the schema
     */
    static SchemaSnapshot read(Connection connection, String serverRole) throws SQLException {
        set(connection, "search_path", Sql.value(connection, "select quote_ident(current_schema())"));
        // The planner takes these for costly, and compiling one takes longer than running it.
        set(connection, "jit", "off");
        set(connection, "mswada.migrating_role", Sql.value(connection, MIGRATING_ROLE));
        set(connection, "mswada.server_role", serverRole);
        int version = connection.getMetaData().getDatabaseMajorVersion();
        List<SchemaObject> objects = new ArrayList<>();
        for (String file : FILES) {
            objects.addAll(Sql.query(connection, file, row -> object(row, version)));
        }
        return SchemaSnapshot.of(objects);
    }

    private static SchemaObject object(ResultSet row, int version) throws SQLException {
        String kind = row.getString("kind");
        String definition = row.getString("definition");
        return new SchemaObject(kind, row.getString("name"), row.getString("parent"),
                kind.endsWith("view") ? ViewText.normalized(definition, version) : definition);
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        Sql.value(connection, "select set_config(?, ?, true)", setting, value);
    }
}
