package org.mswada.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server on free ports, with the samples behind it, and a client of it. */
final class TestServer implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final JsonMapper JSON = new JsonMapper();

    final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(HttpServer server) {
        this.server = server;
        server.start();
    }

    static TestServer start() {
        return start(() -> {});
    }

    static TestServer start(Runnable beforeEveryUnit) {
        return start(config(PATIENCE, 64, 64), beforeEveryUnit, List::of);
    }

    static TestServer start(HttpConfig config, Runnable beforeEveryUnit, Supplier<List<String>> reasons) {
        return new TestServer(serverOf(config, beforeEveryUnit, reasons));
    }

    static TestServer start(TestReadiness readiness) {
        return new TestServer(serverOf(config(PATIENCE, 64, 64), () -> {}, readiness));
    }

    static HttpConfig config(Duration drainTimeout, int maximumConcurrent, int maximumWaiting) {
        return new HttpConfig("127.0.0.1", 0, 0, drainTimeout, maximumConcurrent, maximumWaiting, PATIENCE);
    }

    static HttpServer serverOf(HttpConfig config, Runnable beforeEveryUnit, Supplier<List<String>> reasons) {
        return serverOf(config, beforeEveryUnit, new TestReadiness(reasons));
    }

    private static HttpServer serverOf(HttpConfig config, Runnable beforeEveryUnit, TestReadiness readiness) {
        TestApi api = new TestApi(new InMemoryUnits(beforeEveryUnit));
        return new HttpServer(config, api.routes(), api.signIn(), api.trust(), readiness, readiness,
                new SimpleMeterRegistry());
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", server.publicPort(), path, headers);
    }

    HttpResponse<String> send(String method, int port, String path, String... headers) {
        return sendLater(method, port, path, headers).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    CompletableFuture<HttpResponse<String>> sendLater(String method, int port, String path, String... headers) {
        return sendLater(method, port, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** Sends JSON as somebody in this role, of the type that the method takes. */
    HttpResponse<String> sendAs(String role, String method, String path, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 4);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + TestApi.token("dev-" + role, role);
        all[headers.length + 2] = "Content-Type";
        all[headers.length + 3] = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        return sendLater(method, server.publicPort(), path, body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body), all)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private CompletableFuture<HttpResponse<String>> sendLater(String method, int port, String path,
            HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answers " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Sends these characters and returns all that the server answers until it closes. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.publicPort())) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
