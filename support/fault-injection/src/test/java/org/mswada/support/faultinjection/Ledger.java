package org.mswada.support.faultinjection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/**
 * A table of its own in a server that all tests share, with the truth seen on a direct connection, and a proxy before
 * the server.
 */
final class Ledger implements AutoCloseable {
    /** Starts the server when first needed; it ends with this JVM. */
    private static final class Shared {
        private static final EmbeddedPostgres SERVER = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary());
    }

    private final String table = "ledger_" + UUID.randomUUID().toString().replace("-", "");
    private final FaultProxy proxy = FaultProxy.before(address().host(), address().port());
    private final Connection direct;

    private Ledger() throws SQLException {
        direct = DriverManager.getConnection(address().jdbcUrl("postgres"), address().user(), address().password());
        execute(direct, "create table " + table + " (entry int primary key)");
    }

    static Ledger open() throws SQLException {
        return new Ledger();
    }

    static PostgresAddress address() {
        return Shared.SERVER.address();
    }

    FaultProxy proxy() {
        return proxy;
    }

    Connection direct() {
        return direct;
    }

    String table() {
        return table;
    }

    String insert(int entry) {
        return "insert into " + table + " values (" + entry + ")";
    }

    /** Connects through the proxy; settings are pairs of the driver's property names and values. */
    Connection connect(String... settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address().user());
        properties.setProperty("password", address().password());
        properties.setProperty("ApplicationName", table);
        for (int index = 0; index < settings.length; index += 2) {
            properties.setProperty(settings[index], settings[index + 1]);
        }
        return DriverManager.getConnection(proxy.jdbcUrl("postgres"), properties);
    }

    /** A connection in a transaction that has stored one entry. */
    Connection connectAndInsert(int entry, String... settings) throws SQLException {
        Connection connection = connect(settings);
        connection.setAutoCommit(false);
        execute(connection, insert(entry));
        return connection;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    boolean has(int entry) throws SQLException {
        return number(direct, "select count(*) from " + table + " where entry = " + entry) == 1;
    }

    /** Whether the entry came in time. */
    boolean gets(int entry) throws SQLException {
        return Await.within(Await.LONG, () -> has(entry));
    }

    /** Backends of connections through the proxy. */
    long backends() throws SQLException {
        return number(direct, "select count(*) from pg_stat_activity where application_name = '" + table + "'");
    }

    /** Whether all backends of connections through the proxy have ended in time, so that nothing can be stored any more. */
    boolean losesAllBackends() throws SQLException {
        return Await.within(Await.LONG, () -> backends() == 0);
    }

    @Override
    public void close() throws SQLException {
        proxy.close();
        direct.close();
    }
}
