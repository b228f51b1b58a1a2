package org.mswada.bootstrap.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.testdatabase.TlsCertificates;

/**
 * A server that offers TLS with a certificate for {@code localhost}, asks one role for a certificate of its own, and logs
 * who signs in and how.
 */
final class TlsPostgres implements AutoCloseable {
    /** Signs in only over TLS, with a certificate in its name, and with its password. */
    static final String CERTIFIED_ROLE = "certified";
    static final String CERTIFIED_PASSWORD = "of-the-certified-7";
    private static final String RULES = """
            hostssl all %1$s 127.0.0.1/32 scram-sha-256 clientcert=verify-full
            hostnossl all %1$s 127.0.0.1/32 reject
            host all all 127.0.0.1/32 scram-sha-256
            """.formatted(CERTIFIED_ROLE);

    private static final Pattern SIGNED_IN = Pattern.compile("^(\\d+) .*connection authorized: (.*)");
    /** The driver says its name only when it has signed in. */
    private static final Pattern ENDED = Pattern.compile("^(\\d+) (mswada[a-z-]*)\\|.*disconnection: .*");

    private final Path log;
    private final TlsCertificates certificates;
    private final EmbeddedPostgres server;

    TlsPostgres(Path folder) throws IOException, GeneralSecurityException, SQLException {
        this.certificates = TlsCertificates.in(folder);
        TlsCertificates.Signed own = certificates.sign("server", "localhost", "localhost");
        Path rules = Files.writeString(folder.resolve("rules"), RULES);
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.temporary().withSettings(Map.of("ssl", "on",
                "ssl_cert_file", own.certificate().toString(), "ssl_key_file", own.pemKey().toString(), "ssl_ca_file",
                certificates.authority().toString(), "hba_file", rules.toString(), "log_connections", "all",
                "log_disconnections", "on", "log_line_prefix", "%p %a|"));
        this.log = options.folder().resolve("server.log");
        this.server = EmbeddedPostgres.start(options);
        execute("create role " + CERTIFIED_ROLE + " superuser login password '" + CERTIFIED_PASSWORD + "'");
    }

    TlsCertificates certificates() {
        return certificates;
    }

    String password() {
        return server.address().password();
    }

    /** What a server needs to sign in as the superuser, without anything about TLS. */
    Map<String, String> variables(String host) {
        return new HashMap<>(Map.of("MSWADA_DB_URL",
                "jdbc:postgresql://" + host + ":" + server.address().port() + "/postgres", "MSWADA_DB_USER",
                server.address().user(), "MSWADA_DB_PASSWORD", server.address().password(), "MSWADA_DRAIN_DELAY",
                "0s", "MSWADA_HTTP_HOST", "127.0.0.1"));
    }

    /** Returns of each session of ours that is open whether it is encrypted, by application name. */
    Map<String, Boolean> openSessions() throws SQLException {
        Map<String, Boolean> encrypted = new HashMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select application_name, bool_and(ssl) from pg_stat_ssl join "
                        + "pg_stat_activity using (pid) where application_name like 'mswada%' group by 1")) {
            while (rows.next()) {
                encrypted.put(rows.getString(1), rows.getBoolean(2));
            }
        }
        return encrypted;
    }

    /** Returns each session of ours that has ended, in the order of ending. */
    List<Session> endedSessions() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        Map<String, Boolean> encrypted = new HashMap<>();
        lines.stream().map(SIGNED_IN::matcher).filter(Matcher::matches)
                .forEach(line -> encrypted.put(line.group(1), line.group(2).contains("SSL enabled")));
        return lines.stream().map(ENDED::matcher).filter(Matcher::matches)
                .map(line -> new Session(line.group(2), encrypted.getOrDefault(line.group(1), false))).toList();
    }

    /**
     * One that signed in.
     *
     * @param name what it calls itself
     * @param encrypted whether it came over TLS
     */
    record Session(String name, boolean encrypted) {}

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.address().jdbcUrl("postgres"), server.address().user(), password());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
