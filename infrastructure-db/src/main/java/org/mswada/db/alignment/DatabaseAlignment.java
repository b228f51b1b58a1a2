package org.mswada.db.alignment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.UnexpectedStorageFailure;

/**
 * Proves that a database is what it is meant to be, by comparing it with a reference: a database that holds nothing but
 * what the same migrations made. Only reads. Safe for use by many threads.
 */
public final class DatabaseAlignment {
    private final DatabaseConfig server;
    private final DatabaseConfig owner;

    private record Migrated(String schemaName, SchemaSnapshot schema, String version) {}

    private record Served(List<Finding> rights, List<Finding> code, ServerSettings settings) {}

    /**
     * Looks at one database in two ways.
     *
     * @param server as the server signs in
     * @param owner as whoever migrates signs in
     */
    public DatabaseAlignment(DatabaseConfig server, DatabaseConfig owner) {
        this.server = server;
        this.owner = owner;
    }

    /**
     * Compares the database with a reference.
     *
     * @param reference a database that was empty and then brought to the newest migration that this one has seen
     * @param applied how many migrations the database has seen
     * @param migrations what was found about them
     * @throws StorageUnavailable if one of the databases cannot be reached
     * @throws UnexpectedStorageFailure if it does not let us in, or refuses to answer
     */
    public AlignmentReport verify(DatabaseConfig reference, int applied, List<Finding> migrations) {
        long pending = migrations.stream().filter(finding -> finding.severity() == Finding.Severity.PENDING).count();
        List<GeneratedColumn> known = GeneratedColumn.all();
        Migrated expected = Inspection.of(reference, connection -> migrated(connection, ""));
        String role = Inspection.of(server, connection -> Sql.value(connection, "select current_user"));
        Migrated live = Inspection.of(owner, connection -> migrated(connection, role));
        Served served = Inspection.of(server, connection -> served(connection, live.schemaName(), known));

        List<Finding> findings = new ArrayList<>(migrations);
        findings.addAll(SchemaComparison.compare(expected.schema(), live.schema()));
        findings.addAll(served.rights());
        if (pending == 0) {
            findings.addAll(served.code());
        }
        findings.addAll(new SettingsCheck(server, served.settings()).findings());
        return new AlignmentReport(server.url().replaceFirst("\\?.*", ""), live.version(),
                examined(live, served, applied, pending, known), findings);
    }

    private static Migrated migrated(Connection connection, String serverRole) throws SQLException {
        return new Migrated(Sql.value(connection, "select current_schema()"),
                SnapshotReader.read(connection, serverRole), Sql.value(connection, "show server_version"));
    }

    private static Served served(Connection connection, String schema, List<GeneratedColumn> known)
            throws SQLException {
        return new Served(RightsCheck.findings(connection, schema), CodeCheck.findings(connection, known),
                ServerSettings.read(connection));
    }

    /** The code is for the schema after all migrations: what it misses before tells nothing. */
    private static List<Examined> examined(Migrated live, Served served, int applied, long pending,
            List<GeneratedColumn> known) {
        return List.of(
                new Examined(Finding.Area.MIGRATIONS, applied + " applied, " + pending + " pending", true),
                new Examined(Finding.Area.SCHEMA, live.schema().objects().size() + " objects", true),
                new Examined(Finding.Area.CODE, pending == 0
                        ? known.size() + " columns"
                        : "not before the pending migrations are applied", pending == 0),
                new Examined(Finding.Area.SETTINGS, served.settings().values().size() + " settings", true));
    }
}
