package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LifecycleTest {
    private static final String PATH = "/v1/sponsors/" + Samples.MEMBER.id().value();
    private static final int OPEN_CONNECTIONS = 50;
    private static final long PATIENCE = TestServer.PATIENCE.toMillis();

    /** Holds every unit of work until it is opened. */
    private static final class Gate implements Runnable {
        final Semaphore entered = new Semaphore(0);
        final CountDownLatch opened = new CountDownLatch(1);
        final AtomicBoolean interrupted = new AtomicBoolean();
        final AtomicBoolean virtual = new AtomicBoolean();

        @Override
        public void run() {
            virtual.set(Thread.currentThread().isVirtual());
            entered.release();
            try {
                opened.await();
            } catch (InterruptedException cutOff) {
                interrupted.set(true);
                throw new IllegalStateException(cutOff);
            }
        }

        void awaitEntered(int count) throws InterruptedException {
            assertThat(entered.tryAcquire(count, PATIENCE, TimeUnit.MILLISECONDS)).isTrue();
        }
    }

    @Test
    void closing_lets_a_request_in_flight_finish_and_accepts_no_other() throws Exception {
        Gate gate = new Gate();
        TestServer server = TestServer.start(gate);
        int port = server.server.publicPort();
        int adminPort = server.server.adminPort();
        CompletableFuture<HttpResponse<String>> inFlight = server.sendLater("GET", port, PATH);
        gate.awaitEntered(1);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(server.server::close);
        await(() -> refuses(port));
        assertThat(server.send("GET", adminPort, "/livez").statusCode()).isEqualTo(200);
        // Longer than Jetty lets a connection idle while it stops.
        assertThat(closing).failsWithin(Duration.ofMillis(2_500)).withThrowableOfType(TimeoutException.class);
        assertThat(inFlight).isNotDone();
        gate.opened.countDown();

        assertThat(inFlight.get(PATIENCE, TimeUnit.MILLISECONDS).statusCode()).isEqualTo(200);
        closing.get(PATIENCE, TimeUnit.MILLISECONDS);
        assertThat(gate.virtual).isTrue();
        assertThat(gate.interrupted).isFalse();
        assertThat(refuses(adminPort)).isTrue();
        server.close();
    }

    @Test
    void closing_refuses_a_new_request_on_an_open_connection() throws Exception {
        Gate gate = new Gate();
        TestServer server = TestServer.start(gate);
        CompletableFuture<HttpResponse<String>> inFlight = server.sendLater("GET", server.server.publicPort(), PATH);
        gate.awaitEntered(1);
        int port = server.server.publicPort();
        Deque<Socket> open = new ArrayDeque<>();
        for (int connection = 0; connection < OPEN_CONNECTIONS; connection++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(Math.toIntExact(PATIENCE));
            assertThat(head(socket)).startsWith("HTTP/1.1 404 ");
            open.add(socket);
        }

        CompletableFuture<Void> closing = CompletableFuture.runAsync(server.server::close);
        await(() -> refuses(port));

        // Jetty closes the port a moment before it refuses requests; what comes between is the last on its connection.
        AtomicReference<String> answer = new AtomicReference<>("");
        await(() -> !answer.updateAndGet(before -> head(open.remove())).startsWith("HTTP/1.1 404 "));
        assertThat(answer.get()).startsWith("HTTP/1.1 503 ").containsIgnoringCase("Retry-After: 1");
        gate.opened.countDown();
        closing.get(PATIENCE, TimeUnit.MILLISECONDS);
        assertThat(inFlight.get(PATIENCE, TimeUnit.MILLISECONDS).statusCode()).isEqualTo(200);
        for (Socket left : open) {
            left.close();
        }
        server.close();
    }

    @Test
    void once_the_end_is_announced_each_answer_is_the_last_on_its_connection() throws Exception {
        try (TestServer server = TestServer.start();
                Socket open = new Socket(InetAddress.getLoopbackAddress(), server.server.publicPort())) {
            open.setSoTimeout(Math.toIntExact(PATIENCE));
            assertThat(head(open)).startsWith("HTTP/1.1 404 ").doesNotContainIgnoringCase("Connection: close");

            server.server.endConnectionsAfterAnswers();

            assertThat(head(open)).startsWith("HTTP/1.1 404 ").containsIgnoringCase("Connection: close");
            assertThat(open.getInputStream().read()).as("the end").isEqualTo(-1);
            assertThat(server.get(PATH).statusCode()).as("on a new connection").isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 50})
    void a_request_that_outlasts_the_drain_time_out_is_cut_off(long drainMillis) throws Exception {
        Gate gate = new Gate();
        TestServer server = TestServer.start(TestServer.config(Duration.ofMillis(drainMillis), 8, 8), gate, List::of);
        CompletableFuture<HttpResponse<String>> inFlight = server.sendLater("GET", server.server.publicPort(), PATH);
        gate.awaitEntered(1);

        CompletableFuture.runAsync(server.server::close).get(PATIENCE, TimeUnit.MILLISECONDS);

        await(gate.interrupted::get);
        await(inFlight::isDone);
        server.close();
    }

    @Test
    void beyond_the_limits_a_request_is_refused_and_the_probes_still_answer() throws Exception {
        Gate gate = new Gate();
        try (TestServer server = TestServer.start(TestServer.config(TestServer.PATIENCE, 1, 1), gate, List::of)) {
            int port = server.server.publicPort();
            CompletableFuture<HttpResponse<String>> running = server.sendLater("GET", port, PATH);
            gate.awaitEntered(1);
            CompletableFuture<HttpResponse<String>> one = server.sendLater("GET", port, PATH);
            CompletableFuture<HttpResponse<String>> other = server.sendLater("GET", port, PATH);
            CompletableFuture.anyOf(one, other).get(PATIENCE, TimeUnit.MILLISECONDS);
            HttpResponse<String> refused = one.isDone() ? one.join() : other.join();

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("retry-after")).contains("1");
            assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(refused.body()).contains("/problems/server-busy");
            assertThat(server.send("GET", server.server.adminPort(), "/readyz").statusCode()).isEqualTo(200);
            gate.opened.countDown();
            assertThat(running.get(PATIENCE, TimeUnit.MILLISECONDS).statusCode()).isEqualTo(200);
            assertThat((one.join() == refused ? other : one).get(PATIENCE, TimeUnit.MILLISECONDS).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_request_that_waits_too_long_is_refused() throws Exception {
        Gate gate = new Gate();
        HttpConfig config = new HttpConfig("127.0.0.1", 0, 0, TestServer.PATIENCE, 1, 8, Duration.ofMillis(50));
        try (TestServer server = TestServer.start(config, gate, List::of)) {
            CompletableFuture<HttpResponse<String>> running = server.sendLater("GET", server.server.publicPort(), PATH);
            gate.awaitEntered(1);

            HttpResponse<String> refused = server.get(PATH);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("/problems/server-busy");
            gate.opened.countDown();
            assertThat(running.get(PATIENCE, TimeUnit.MILLISECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_taken_port_is_named_with_what_to_do_and_nothing_stays_open() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            HttpServer api = TestServer.serverOf(config(port, 0), () -> {}, List::of);
            HttpServer admin = TestServer.serverOf(config(0, port), () -> {}, List::of);

            assertThatThrownBy(api::start).isInstanceOf(PortUnavailableException.class)
                    .hasMessageContainingAll("127.0.0.1:" + port, "in use", "MSWADA_HTTP_PORT");
            assertThatThrownBy(admin::start).isInstanceOf(PortUnavailableException.class)
                    .hasMessageContainingAll("127.0.0.1:" + port, "in use", "MSWADA_ADMIN_PORT");
            assertThatThrownBy(api::adminPort).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(admin::publicPort).isInstanceOf(IllegalStateException.class);
        }
    }

    private static HttpConfig config(int port, int adminPort) {
        return new HttpConfig("127.0.0.1", port, adminPort, Duration.ZERO, 1, 1, Duration.ofSeconds(1));
    }

    @Test
    void it_starts_once_and_closes_any_number_of_times() {
        HttpServer server = TestServer.serverOf(config(0, 0), () -> {}, List::of);
        assertThatThrownBy(server::publicPort).isInstanceOf(IllegalStateException.class);
        server.start();
        assertThat(server.publicPort()).isPositive().isNotEqualTo(server.adminPort());
        assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
        assertThat(server.publicPort()).isPositive();

        server.close();
        server.close();

        assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
        TestServer.serverOf(config(0, 0), () -> {}, List::of).close();
    }

    /** Asks for the head of a page that is not there and returns the head of the answer. */
    private static String head(Socket socket) {
        try {
            socket.getOutputStream()
                    .write("HEAD /nowhere HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            for (int next = socket.getInputStream().read(); next >= 0; next = socket.getInputStream().read()) {
                answer.append((char) next);
                if (answer.toString().endsWith("\r\n\r\n")) {
                    break;
                }
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean refuses(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (ConnectException refused) {
            return true;
        } catch (IOException other) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TestServer.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the deadline").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
