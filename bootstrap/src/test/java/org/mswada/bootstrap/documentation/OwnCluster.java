package org.mswada.bootstrap.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.testdatabase.TlsCertificates;

/** A PostgreSQL with TLS that belongs to one document, so that roles and databases are called as the document says. */
final class OwnCluster implements AutoCloseable {
    static final String PASSWORD = "of-the-document";

    private final TlsCertificates certificates;
    private final EmbeddedPostgres postgres;

    OwnCluster(Path folder) throws IOException, GeneralSecurityException {
        certificates = TlsCertificates.in(folder);
        TlsCertificates.Signed own = certificates.sign("server", "localhost", "localhost");
        postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary().withSettings(Map.of("ssl", "on",
                "ssl_cert_file", own.certificate().toString(), "ssl_key_file", own.pemKey().toString())));
    }

    /** Says of a document's address, file and password what they are here. */
    String here(String text) {
        return text.replaceAll("(localhost|db\\.example\\.org):5432", "localhost:" + postgres.address().port())
                .replace("/etc/mswada/authority.pem", certificates.authority().toString()).replace("...", PASSWORD);
    }

    String jdbcUrl(String database) {
        return postgres.address().jdbcUrl(database);
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
            for (String each : here(sql).split(";", -1)) {
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
