package org.mswada.db.service;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.testdatabase.TestDatabase;

/** A service whose way to its database leads through a proxy that breaks it, and a way around the proxy to look. */
final class ServiceFixture implements BeforeEachCallback, AfterEachCallback {
    private static final int MAXIMUM_POOL_SIZE = 4;
    private static final Duration SLOW_LIMIT = Duration.ofMillis(200);
    private static final String MAINTENANCE = "postgres";

    private final TestDatabase database = TestDatabase.emptyPerTest();
    private final int poolSize;
    private final ExecutionLimits limits;
    private final Duration slowLimit;
    private final boolean probeApart;
    private final Tracking tracking;
    private FaultProxy proxy;
    private FaultProxy probeProxy;
    private DatabaseService service;

    /** Callers and the probe go through the same proxy. */
    ServiceFixture() {
        this(Tracking.UNTRACKED);
    }

    /** Callers and the probe go through the same proxy. */
    ServiceFixture(Tracking tracking) {
        this(MAXIMUM_POOL_SIZE, ExecutionLimits.DEFAULT, SLOW_LIMIT, false, tracking);
    }

    private ServiceFixture(int poolSize, ExecutionLimits limits, Duration slowLimit, boolean probeApart,
            Tracking tracking) {
        this.poolSize = poolSize;
        this.limits = limits;
        this.slowLimit = slowLimit;
        this.probeApart = probeApart;
        this.tracking = tracking;
    }

    /**
     * The probe has a proxy and a database of its own, so that the proxy and the server count for the callers alone; no
     * statement is slow unless its operation says so.
     */
    static ServiceFixture probedApart(int poolSize, ExecutionLimits limits) {
        return new ServiceFixture(poolSize, limits, Duration.ofMinutes(1), true, Tracking.UNTRACKED);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        database.beforeEach(context);
        URI address = address();
        proxy = FaultProxy.before(address.getHost(), address.getPort());
        probeProxy = probeApart ? FaultProxy.before(address.getHost(), address.getPort()) : proxy;
        service = open();
        execute("create table note (text text constraint note_text_key unique deferrable initially immediate)");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        service.close();
        probeProxy.close();
        proxy.close();
    }

    /** Opens another service like the one of this fixture; whoever asks for it closes it. */
    DatabaseService open() {
        return open(tracking);
    }

    /** Opens another one, which knows positions or not; whoever asks for it closes it. */
    DatabaseService open(Tracking other) {
        DatabaseService opened = ServiceParts.open(other.of(config(proxy.jdbcUrl(name()))), other.of(probing()),
                limits);
        return other == Tracking.TRACKED ? Tracking.known(opened) : opened;
    }

    private DatabaseConfig probing() {
        return config(probeProxy.jdbcUrl(probeApart ? MAINTENANCE : name()));
    }

    /** Opens HikariCP on the same way, for the control; whoever asks for it closes it. */
    PlainPool openPlain(Duration connectionTimeout) {
        return new PlainPool(proxy.jdbcUrl(name()), database.user(), database.password(), poolSize,
                connectionTimeout);
    }

    /** How services of this fixture are opened, on the way around the proxy. */
    DatabaseConfig directly() {
        return config(database.jdbcUrl());
    }

    private DatabaseConfig config(String url) {
        return ServiceParts.config(url, database.user(), database.password(), poolSize, slowLimit);
    }

    private URI address() {
        return URI.create(database.jdbcUrl().substring("jdbc:".length()));
    }

    /** The name of the database. */
    String name() {
        return address().getPath().substring(1);
    }

    /** The way of the callers. */
    FaultProxy proxy() {
        return proxy;
    }

    /** The way of the probe. */
    FaultProxy probeProxy() {
        return probeProxy;
    }

    DatabaseService service() {
        return service;
    }

    TestDatabase database() {
        return database;
    }

    Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }

    /** A connection through the proxy, for the control. */
    Connection connectThroughProxy() throws SQLException {
        return connectThroughProxy("");
    }

    /** A connection through the proxy, with properties of the driver as in a URL. */
    Connection connectThroughProxy(String properties) throws SQLException {
        return DriverManager.getConnection(proxy.jdbcUrl(name()) + "?" + properties, database.user(),
                database.password());
    }

    /** A connection to another database of the same server, from where to look without being counted. */
    Connection connectElsewhere() throws SQLException {
        URI address = address();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + "/" + MAINTENANCE,
                database.user(), database.password());
    }

    void execute(String text) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    int count(String from) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
