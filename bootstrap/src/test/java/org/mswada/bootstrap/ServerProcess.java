package org.mswada.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application as a process of its own, as an operator runs it, on free ports. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(120);
    private static final Pattern EXAMPLE = Pattern.compile("curl -s (http://\\S+)");
    private static final Pattern PROBE = Pattern.compile("probes +(http://\\S+)/livez");

    private final Process process;
    private final Path output;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ServerProcess start(Path dataDirectory) throws IOException {
        return run(dataDirectory, "serve");
    }

    /** With more settings, by the names of their variables. */
    static ServerProcess start(Path dataDirectory, Map<String, String> settings) throws IOException {
        return run("-XX:TieredStopAtLevel=1", dataDirectory, settings, "serve");
    }

    static ServerProcess run(Path dataDirectory, String... arguments) throws IOException {
        return run("-XX:TieredStopAtLevel=1", dataDirectory, arguments);
    }

    public static ServerProcess run(String option, Path dataDirectory, String... arguments) throws IOException {
        return run(option, dataDirectory, Map.of(), arguments);
    }

    /** With more settings, by the names of their variables. */
    public static ServerProcess run(String option, Path dataDirectory, Map<String, String> settings,
            String... arguments) throws IOException {
        Path output = Files.createTempFile("serve", ".log");
        ProcessBuilder builder = new ProcessBuilder(java(), option, "-jar",
                System.getProperty("mswada.application"));
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("MSWADA_"));
        builder.environment().put("MSWADA_DATA_DIR", dataDirectory.toString());
        builder.environment().put("MSWADA_HTTP_PORT", "0");
        builder.environment().put("MSWADA_ADMIN_PORT", "0");
        builder.environment().putAll(settings);
        return new ServerProcess(builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    ServerProcess awaitReady() {
        Await.until(START_LIMIT, () -> find(EXAMPLE).isPresent() || !process.isAlive(), this::output);
        if (!process.isAlive()) {
            throw new IllegalStateException("the server ended with " + process.exitValue() + ":\n" + output());
        }
        return this;
    }

    public void awaitOutput(String text) {
        Await.until(START_LIMIT, () -> output().contains(text) || !process.isAlive(), this::output);
    }

    String exampleUrl() {
        return find(EXAMPLE).orElseThrow();
    }

    String publicUrl() {
        URI example = URI.create(exampleUrl());
        return "http://localhost:" + example.getPort();
    }

    String adminUrl() {
        return find(PROBE).orElseThrow();
    }

    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a signal by its name without SIG. */
    public void signal(String name) throws IOException, InterruptedException {
        // The shell's own kill: the program of that name is not installed everywhere.
        int _ = new ProcessBuilder("sh", "-c", "kill -s " + name + " " + process.pid()).start().waitFor();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    int publicPort() {
        return URI.create(exampleUrl()).getPort();
    }

    int adminPort() {
        return URI.create(adminUrl()).getPort();
    }

    /** SIGTERM; returns the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the server did not end within " + STOP_LIMIT + ":\n" + output());
        }
        return process.exitValue();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> find(Pattern pattern) {
        return List.of(pattern.matcher(output())).stream().filter(Matcher::find).map(found -> found.group(1))
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        client.close();
        Files.deleteIfExists(output);
    }
}
