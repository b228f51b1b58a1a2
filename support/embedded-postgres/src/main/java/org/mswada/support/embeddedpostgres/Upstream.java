package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * From where a standby streams.
 *
 * @param primary where it streams from
 * @param standby its name: of its slot there, and in synchronous_standby_names
 * @param passwordFile where libpq finds the password, which so stands in no setting and no log
 */
record Upstream(PostgresAddress primary, String standby, Path passwordFile) {

    static Upstream of(PostgresAddress primary, String standby, ServerFolder folder) {
        return new Upstream(primary, standby, folder.path().resolve("pgpass"));
    }

    /** The value of primary_conninfo. */
    String connectionInfo() {
        return "host=" + primary.host() + " port=" + primary.port() + " user=" + primary.user()
                + " application_name=" + standby + " passfile='"
                + passwordFile.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The lines of a new standby's configuration. */
    String settings() {
        return "primary_conninfo = '" + connectionInfo().replace("\\", "\\\\").replace("'", "''")
                + "'\nprimary_slot_name = '" + standby + "'\n";
    }

    /** Has the primary keep its log from now on until the standby has it. */
    void createSlot(Connection onPrimary) throws SQLException {
        Superuser.value(onPrimary, """
                select pg_create_physical_replication_slot(name, true)
                from (values (?)) as wanted(name)
                where not exists (select from pg_replication_slots where slot_name = name)""", standby);
    }

    void writePasswordFile(ServerFolder folder) throws IOException {
        folder.write(passwordFile, ("*:*:*:*:" + primary.password() + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
