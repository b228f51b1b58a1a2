package org.mswada.bootstrap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;

/** {@code mswada serve} inside this JVM, on free ports, until it ends by itself or is interrupted, which stops it. */
final class ServeRun implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int publicPort;
    private final int adminPort;
    private final Thread thread;
    private volatile int exitCode;

    private ServeRun(Map<String, String> variables) throws IOException {
        Map<String, String> all = new HashMap<>(variables);
        this.publicPort = port(all, "MSWADA_HTTP_PORT");
        this.adminPort = port(all, "MSWADA_ADMIN_PORT");
        CommandLine line = MswadaCommand.commandLine(all).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        this.thread = Thread.ofPlatform().daemon().name("serve").unstarted(() -> exitCode = line.execute("serve"));
    }

    /** Starts it with these variables, which may also say where it listens. */
    static ServeRun start(Map<String, String> variables) throws IOException {
        ServeRun run = new ServeRun(variables);
        run.thread.start();
        return run;
    }

    private static int port(Map<String, String> variables, String name) throws IOException {
        if (!variables.containsKey(name)) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                variables.put(name, Integer.toString(free.getLocalPort()));
            }
        }
        String port = variables.get(name);
        return port.matches("\\d+") ? Integer.parseInt(port) : 0;
    }

    /** Waits until it has ended by itself. */
    int exitCode() throws InterruptedException {
        if (!thread.join(LIMIT)) {
            throw new AssertionError("it still runs after " + LIMIT + " and said: " + told());
        }
        return exitCode;
    }

    /** Returns what it said to people. */
    String told() {
        return err.toString() + out;
    }

    ServeRun awaitTold(String text) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!told().contains(text)) {
            if (!thread.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("it never said '" + text + "' but: " + told());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return this;
    }

    ServeRun awaitReady() throws InterruptedException {
        return awaitTold("Stop with Ctrl-C.");
    }

    HttpResponse<String> publicly(String path) throws IOException, InterruptedException {
        return get(publicPort, path);
    }

    HttpResponse<String> admin(String path) throws IOException, InterruptedException {
        return get(adminPort, path);
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    int adminPort() {
        return adminPort;
    }

    boolean listens() {
        return isTaken(publicPort) || isTaken(adminPort);
    }

    private static boolean isTaken(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    /** Interrupts it and returns with its exit code when it has closed everything. */
    int stop() throws InterruptedException {
        thread.interrupt();
        return exitCode();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
