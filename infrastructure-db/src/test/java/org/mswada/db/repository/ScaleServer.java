package org.mswada.db.repository;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.mswada.migrations.SchemaMigrator;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/**
 * A server with very many bills that says how long its statements took. Its memory is what the manual recommends for a
 * machine of 8 GB ("shared_buffers": a quarter).
 */
final class ScaleServer implements AutoCloseable {
    private static final String DATABASE = "postgres";
    private static final String TIME = """
            select coalesce(sum(total_plan_time + total_exec_time), 0) from pg_stat_statements
            where query not like '%pg_stat_statements%'""";

    private final EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary().withSettings(
            Map.of("shared_buffers", "2GB", "shared_preload_libraries", "pg_stat_statements",
                    "pg_stat_statements.track_planning", "on", "max_wal_size", "8GB")));
    private final Connection watching;

    ScaleServer(int bills) throws SQLException {
        PostgresAddress address = server.address();
        new SchemaMigrator(address.jdbcUrl(DATABASE), address.user(), address.password()).migrate();
        watching = connect();
        try (Statement statement = watching.createStatement()) {
            statement.execute("create schema watching; create extension pg_stat_statements schema watching;"
                    + "set search_path = public, watching");
        }
        GeneratedBills.make(watching, bills);
    }

    Connection connect() throws SQLException {
        PostgresAddress address = server.address();
        return DriverManager.getConnection(address.jdbcUrl(DATABASE), address.user(), address.password());
    }

    /** Returns for how many milliseconds statements have been planned and run until now, but for those that ask this. */
    double milliseconds() throws SQLException {
        try (Statement statement = watching.createStatement(); ResultSet rows = statement.executeQuery(TIME)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    @Override
    public void close() throws SQLException {
        watching.close();
        server.close();
    }
}
