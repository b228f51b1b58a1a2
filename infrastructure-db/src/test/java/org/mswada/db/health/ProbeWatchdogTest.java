package org.mswada.db.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.SignsOfLife;

/** A server that sends a byte now and then, so that no limit for an answer is ever reached. */
final class ProbeWatchdogTest {
    private static final Duration OVERDUE = Duration.ofMillis(500);
    private static final long TRICKLE_NANOS = 50_000_000;

    private final BlockingQueue<ProbeResult> heard = new LinkedBlockingQueue<>();

    @Test
    void a_probe_that_hangs_loses_its_socket_and_is_heard_as_if_nobody_had_answered() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            BlockingQueue<Socket> trickling = new LinkedBlockingQueue<>();
            Thread _ = Thread.ofPlatform().daemon().start(() -> trickle(server, trickling));
            try (NodeProbe probe = probe(server.getLocalPort(), heard::add)) {
                probe.start();
                ProbeWatchdog.watch(List.of(probe));

                ProbeResult first = heard.poll(10, TimeUnit.SECONDS);

                assertThat(first).isNotNull();
                assertThat(first.reachable()).isFalse();
                assertThat(first.trouble()).contains("the probe has said nothing for");
                assertThat(first.latency()).isGreaterThanOrEqualTo(OVERDUE);
                // It goes on: on another connection.
                assertThat(trickling.poll(10, TimeUnit.SECONDS)).isNotNull();
                assertThat(trickling.poll(10, TimeUnit.SECONDS)).isNotNull();
            }
        }
    }

    @Test
    void without_a_watchdog_nobody_hears_of_it() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread _ = Thread.ofPlatform().daemon().start(() -> trickle(server, new LinkedBlockingQueue<>()));
            try (NodeProbe probe = probe(server.getLocalPort(), heard::add)) {
                probe.start();

                assertThat(heard.poll(OVERDUE.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)).isNull();
            }
        }
    }

    @Test
    void one_that_hangs_in_its_listener_does_not_take_the_watchdog_with_it() throws Exception {
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (NodeProbe probe = probe(1, _ -> {
            listening.countDown();
            await(go);
        })) {
            probe.start();
            await(listening);

            probe.look(System.nanoTime() + Duration.ofHours(1).toNanos());

            go.countDown();
        }
    }

    private static NodeProbe probe(int port, ProbeListener listener) {
        return new NodeProbe("primary",
                Connections.probing(new DatabaseConfig("jdbc:postgresql://127.0.0.1:" + port + "/none", "nobody", "",
                        0, 1, Duration.ofMinutes(1))),
                SignsOfLife.NONE, listener, OVERDUE, OVERDUE);
    }

    /** Begins an answer to the login that never ends. */
    private static void trickle(ServerSocket server, BlockingQueue<Socket> trickling) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                OutputStream out = socket.getOutputStream();
                out.write(new byte[]{'E', 0, 0, 100, 0});
                trickling.add(socket);
                while (true) {
                    out.write('S');
                    LockSupport.parkNanos(TRICKLE_NANOS);
                }
            } catch (IOException theProbeHasGone) {
                // The next one comes.
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
