package org.mswada.db.service;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.faultinjection.ProcessFaults;

/** A server of the test's own that may be killed, and the ways to it: one for callers, one for the probe, one to look. */
final class MortalServer implements AutoCloseable {
    private static final String DATABASE = "postgres";

    private final ProcessFaults server;
    private final FaultProxy callersWay;
    private final FaultProxy probesWay;

    MortalServer() {
        server = ProcessFaults.start(EmbeddedPostgresOptions.temporary());
        callersWay = FaultProxy.before(server.address().host(), server.address().port());
        probesWay = FaultProxy.before(server.address().host(), server.address().port());
    }

    ProcessFaults processes() {
        return server;
    }

    DatabaseService openService(int poolSize) {
        PostgresAddress address = server.address();
        Duration nothingIsSlow = Duration.ofMinutes(1);
        return ServiceParts.open(
                ServiceParts.config(callersWay.jdbcUrl(DATABASE), address.user(), address.password(), poolSize,
                        nothingIsSlow),
                ServiceParts.config(probesWay.jdbcUrl(DATABASE), address.user(), address.password(), poolSize,
                        nothingIsSlow),
                ExecutionLimits.DEFAULT);
    }

    PlainPool openPlain(int poolSize, Duration connectionTimeout) {
        PostgresAddress address = server.address();
        return new PlainPool(callersWay.jdbcUrl(DATABASE), address.user(), address.password(), poolSize,
                connectionTimeout);
    }

    /** Connects past all proxies. */
    Connection connect() throws SQLException {
        PostgresAddress address = server.address();
        return DriverManager.getConnection(address.jdbcUrl(DATABASE), address.user(), address.password());
    }

    /** How often callers tried to connect. */
    long callersConnections() {
        return callersWay.counters().connections();
    }

    /** How often the probe tried to connect. */
    long probesConnections() {
        return probesWay.counters().connections();
    }

    @Override
    public void close() {
        callersWay.close();
        probesWay.close();
        server.close();
    }
}
