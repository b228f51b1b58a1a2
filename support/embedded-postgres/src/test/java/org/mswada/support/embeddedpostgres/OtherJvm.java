package org.mswada.support.embeddedpostgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A second JVM that runs {@link ServerOwner} and keeps its server until it is killed. */
final class OtherJvm implements AutoCloseable {
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final BufferedReader output;
    private final Path folder;
    private boolean owner;

    private OtherJvm(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static OtherJvm start(String... arguments) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), Map.of(), arguments);
    }

    /** As a terminal does: the process id names its group too. */
    static OtherJvm startInOwnGroup(String... arguments) throws IOException {
        return start(List.of("setsid"), System.getProperty("java.class.path"), Map.of(), arguments);
    }

    static OtherJvm start(List<String> prefix, String classPath, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp", classPath,
                ServerOwner.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(Path.of("/").toFile()).environment().putAll(environment);
        return new OtherJvm(builder.start(), Path.of(arguments[1]));
    }

    /** Waits until it says that its server runs, and fails with all it said if it ends before. */
    OtherJvm awaitStarted() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(ServerOwner.STARTED)) {
                owner = true;
                return this;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the other JVM ended without a server:\n" + said);
    }

    /** Waits until it ends and returns all it said. */
    String awaitEnd() throws IOException, InterruptedException {
        // What does not end in time is ended, and the test sees what is missing.
        process.onExit().completeOnTimeout(process, 1, TimeUnit.MINUTES).thenRun(this::kill);
        String said = output.lines().collect(Collectors.joining("\n"));
        process.waitFor(1, TimeUnit.MINUTES);
        return said;
    }

    long pid() {
        return process.pid();
    }

    /** By its handle, because the process itself would close what it said last. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Kills it and waits until nothing of its server, if it had one, is left, so that its folder can be deleted. */
    @Override
    public void close() {
        kill();
        process.onExit().join();
        if (owner && !Await.within(CLOSING_LIMIT, () -> ServerProcesses.on(folder).isEmpty())) {
            throw new AssertionError("left on " + folder + ": " + ServerProcesses.on(folder));
        }
    }
}
