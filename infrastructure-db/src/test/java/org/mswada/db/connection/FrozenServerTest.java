package org.mswada.db.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.db.health.NodeProbe;
import org.mswada.db.health.ProbeResult;
import org.mswada.db.health.ProbeWatchdog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All processes of a server are stopped: connections stay, new ones are made, and nobody answers. */
final class FrozenServerTest {
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(1);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(1);
    private static final Logger LOGGER = LoggerFactory.getLogger(FrozenServerTest.class);

    @TempDir
    private static Path folder;
    private static FrozenServer server;

    private final NodeSockets sockets = new NodeSockets();
    private final AtomicLong noticed = new AtomicLong();
    private final AtomicInteger answers = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        server = new FrozenServer(folder);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @AfterEach
    void thaw() throws InterruptedException {
        server.processes().thaw();
        sockets.close();
    }

    @ParameterizedTest(name = "TLS: {0}")
    @ValueSource(booleans = {false, true})
    void it_is_noticed_within_a_second_and_stuck_callers_come_back(boolean tls) throws Exception {
        try (NodeProbe probe = probe(tls)) {
            awaitAnswers(probe);
            StuckCaller reader = StuckCaller.inReading(server.open(sockets, tls));
            Connection toWrite = server.open(sockets, tls);

            server.processes().freeze();
            long frozen = System.nanoTime();
            StuckCaller writer = StuckCaller.inWriting(toWrite);
            assertThat(reader.awaitFailure(NOTICED_WITHIN.plus(BACK_WITHIN)).getSQLState()).isEqualTo("08006");
            assertThat(writer.awaitFailure(BACK_WITHIN).getSQLState()).isEqualTo("08006");
            long back = System.nanoTime();

            Duration took = Duration.ofNanos(noticed.get() - frozen);
            LOGGER.warn("TLS {}: noticed after {} ms, stuck callers back {} ms later", tls, took.toMillis(),
                    Duration.ofNanos(back - noticed.get()).toMillis());
            assertThat(took).isLessThan(NOTICED_WITHIN);

            server.processes().thaw();
            awaitAnswers(probe);
        }
    }

    /** The control: what the driver itself has to offer. */
    @Test
    void under_tls_abort_does_not_come_back_and_a_closed_raw_socket_frees_both() throws Exception {
        Connection connection = server.open(sockets, true);
        server.processes().freeze();
        StuckCaller writer = StuckCaller.inWriting(connection);
        Thread abort = Thread.ofPlatform().daemon().start(() -> abort(connection));
        abort.join(BACK_WITHIN);
        assertThat(abort.isAlive()).isTrue();
        assertThat(writer.isStuck()).isTrue();

        sockets.closeAll();

        assertThat(writer.awaitFailure(BACK_WITHIN).getSQLState()).isEqualTo("08006");
        abort.join(BACK_WITHIN);
        assertThat(abort.isAlive()).isFalse();
    }

    @ParameterizedTest(name = "TLS: {0}")
    @ValueSource(booleans = {false, true})
    void the_raw_socket_of_one_connection_can_be_closed_while_its_caller_is_stuck(boolean tls) throws Exception {
        Connection connection = server.open(sockets, tls);
        try (Connection other = server.open(sockets, tls)) {
            server.processes().freeze();
            StuckCaller writer = StuckCaller.inWriting(connection);

            NodeSockets.close(connection);

            assertThat(writer.awaitFailure(BACK_WITHIN).getSQLState()).isEqualTo("08006");
            server.processes().thaw();
            assertThat(other.isValid(10)).isTrue();
            NodeSockets.close(connection);
        }
    }

    @RepeatedTest(20)
    @Tag("soak")
    void it_is_noticed_within_a_second_each_time() throws Exception {
        it_is_noticed_within_a_second_and_stuck_callers_come_back(true);
    }

    private NodeProbe probe(boolean tls) {
        NodeProbe probe = new NodeProbe("primary", Connections.probing(server.config(tls)),
                new SignsOfLife(List.of(sockets)), this::heard);
        probe.start();
        ProbeWatchdog.watch(List.of(probe));
        return probe;
    }

    private void heard(ProbeResult result) {
        if (result.reachable()) {
            answers.incrementAndGet();
        } else {
            noticed.compareAndSet(0, System.nanoTime());
            sockets.closeAll();
        }
    }

    private void awaitAnswers(NodeProbe probe) {
        int before = answers.get();
        StuckCaller.await("the probe got no answer", () -> answers.get() > before && probe.last().reachable());
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOGGER.warn("abort failed", e);
        }
    }
}
