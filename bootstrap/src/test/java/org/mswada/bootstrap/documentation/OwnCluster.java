package org.mswada.bootstrap.documentation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/** A PostgreSQL that belongs to one document, so that its roles and databases are called as the document calls them. */
final class OwnCluster implements AutoCloseable {
    static final String PASSWORD = "of-the-document";

    private final EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary());

    String address() {
        return "127.0.0.1:" + postgres.address().port();
    }

    /** Runs the lines as psql would that is signed in as the administrator. */
    void run(List<String> lines) throws SQLException {
        String database = "postgres";
        StringBuilder sql = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("\\connect ")) {
                execute(database, sql.toString());
                sql.setLength(0);
                database = line.substring("\\connect ".length()).strip();
            } else {
                sql.append(line.replaceFirst("\\s*--.*$", "")).append('\n');
            }
        }
        execute(database, sql.toString());
    }

    /** One by one, for CREATE DATABASE must be alone. */
    private void execute(String database, String sql) throws SQLException {
        PostgresAddress address = postgres.address();
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(database), address.user(),
                address.password()); Statement statement = connection.createStatement()) {
            for (String each : sql.replace("'...'", "'" + PASSWORD + "'").split(";", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
