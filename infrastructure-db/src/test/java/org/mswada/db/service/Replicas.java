package org.mswada.db.service;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
import org.mswada.db.connection.Pools;
import org.mswada.db.connection.TimeoutConfig;
import org.mswada.db.connection.TlsConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.support.embeddedpostgres.Durability;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.embeddedpostgres.ReplicatedServer;
import org.mswada.support.embeddedpostgres.ReplicationCluster;
import org.mswada.support.faultinjection.ProcessFaults;
import org.mswada.support.faultinjection.ServerFaults;

/** A primary and two replicas of the test's own, and how services reach them. */
final class Replicas implements AutoCloseable {
    static final Operation READ = Operation.read("test.read");
    static final Operation WRITE = Operation.write("test.write");
    private static final String DATABASE = "postgres";
    private static final int COUNT = 2;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration CALL_TIME = Duration.ofSeconds(10);

    private final ReplicationCluster cluster;
    private final TlsConfig tls;

    /** With a table to write to. */
    Replicas() throws SQLException {
        this(Map.of(), TlsConfig.NONE);
    }

    /** With these settings of each server, reached with or without TLS. */
    Replicas(Map<String, String> settings, TlsConfig tls) throws SQLException {
        this.cluster = ReplicationCluster.start(COUNT, Durability.FAST, settings);
        this.tls = tls;
        execute("create table note (entry int)");
    }

    ReplicationCluster cluster() {
        return cluster;
    }

    /** A replica by its number in the configuration, from 1. */
    ReplicatedServer replica(int number) {
        return cluster.standby(number - 1);
    }

    ProcessFaults faults(ReplicatedServer server) {
        return ProcessFaults.on(server);
    }

    /** Opens a service whose pools are of this size each, and waits until it reads from both replicas. */
    DatabaseService open(int poolSize) {
        DatabaseService service = DatabaseServices.open(config(poolSize), ExecutionLimits.DEFAULT,
                Duration.ofMinutes(1), new SimpleMeterRegistry());
        awaitFit(service, 1, 2);
        return service;
    }

    DatabaseConfig config(int poolSize) {
        PostgresAddress primary = cluster.primary().address();
        return new DatabaseConfig(primary.jdbcUrl(DATABASE), IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> replica(number).address().jdbcUrl(DATABASE)).toList(), primary.user(),
                primary.password(), Pools.each(PoolConfig.of(0, poolSize)), TimeoutConfig.DEFAULT, tls,
                Duration.ofMinutes(1));
    }

    static void awaitFit(DatabaseService service, int... numbers) {
        Await.until("replicas are fit: " + service.healthCheck().issues(), LIMIT,
                () -> IntStream.of(numbers).allMatch(number -> isFit(service, number)));
    }

    static boolean isFit(DatabaseService service, int number) {
        return service.healthCheck().servers().get(number).status().fit();
    }

    /** Runs a call, which may be answered by a replica. */
    static <T> T call(java.util.function.Supplier<T> call) {
        return new CallContext(Deadline.in(CALL_TIME), null).call(call);
    }

    /** Returns which server answered a read of a call. */
    static String whoReads(DatabaseService service) {
        return call(() -> switch (service.executeQuery(READ, QueryOptions.SINGLE,
                session -> JooqSession.sql(session).fetchValue("select 1"))) {
            case QueryResult.Success<?> success -> String.valueOf(success.statistics().node());
            case QueryResult.Failure<?> failure -> throw failure.error();
        });
    }

    static List<String> names() {
        return List.of("replica-1", "replica-2");
    }

    void execute(String text) throws SQLException {
        try (Connection connection = connect(cluster.primary()); Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /** Returns the number that a query finds on a server. */
    static long number(ReplicatedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static Connection connect(ReplicatedServer server) throws SQLException {
        PostgresAddress address = server.address();
        return DriverManager.getConnection(address.jdbcUrl(DATABASE), address.user(), address.password());
    }

    /** Takes a server's connections and whoever has one, from the outside. */
    static ServerFaults serverFaults(ReplicatedServer server) throws SQLException {
        PostgresAddress address = server.address();
        return ServerFaults.on(address.jdbcUrl(DATABASE), address.user(), address.password());
    }

    @Override
    public void close() {
        cluster.close();
    }
}
