package org.mswada.support.embeddedpostgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A program that ends with this JVM: a shell (guard.sh) holds the other end of a pipe and ends the program when the
 * pipe closes, which the kernel does for us however this JVM ends. Safe for many threads.
 */
final class GuardedProcess {
    private final Process guard;
    private final ProcessIdentity program;

    private GuardedProcess(Process guard, ProcessIdentity program) {
        this.guard = guard;
        this.program = program;
    }

    /** Starts a program with its output going to the folder's log. */
    static GuardedProcess start(ServerFolder folder, List<String> program) throws IOException {
        // In a session of its own: Ctrl-C goes to the terminal's whole process group, and must reach only us.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(folder.launch().prefix());
        command.addAll(List.of("sh", folder.guardScript().toString(), folder.log().toString(),
                folder.temporary() ? folder.path().toString() : ""));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.path().toFile());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        Process guard = builder.start();
        try (BufferedReader reader = guard.inputReader(StandardCharsets.US_ASCII)) {
            String line = reader.readLine();
            if (line == null) {
                guard.destroyForcibly();
                throw new EmbeddedPostgresException("PostgreSQL could not be started with " + command + "."
                        + folder.logEnd());
            }
            GuardedProcess started = new GuardedProcess(guard, ProcessIdentity.of(Long.parseLong(line)));
            started.onEnd(_ -> started.endUnguarded());
            return started;
        }
    }

    static byte[] script() throws IOException {
        try (InputStream script = GuardedProcess.class.getResourceAsStream("guard.sh")) {
            return Objects.requireNonNull(script, "guard.sh belongs to this package").readAllBytes();
        }
    }

    /** The number of the program itself, as the whole machine sees it. */
    long programId() {
        return program.pid();
    }

    /** The number of the process that is gone only when everything below it is gone. */
    long guardId() {
        return guard.pid();
    }

    /** Has the status told to somebody once the program has ended, for whatever reason. */
    void onEnd(IntConsumer action) {
        CompletableFuture<Void> _ = guard.onExit().thenAccept(ended -> action.accept(ended.exitValue()));
    }

    /** Somebody killed the guard alone: without it nothing would end the program with this JVM. */
    private void endUnguarded() {
        if (program.isAlive()) {
            ProcessHandle.of(program.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Sends the program a signal by its name without SIG; does nothing when it has ended. */
    synchronized void signal(String name) {
        try {
            guard.getOutputStream().write((name + "\n").getBytes(StandardCharsets.US_ASCII));
            guard.getOutputStream().flush();
        } catch (IOException alreadyEnded) {
            return;
        }
    }

    /** Lets go of the pipe: the program ends at once, by force if it must. */
    synchronized void release() {
        try {
            guard.getOutputStream().close();
        } catch (IOException alreadyEnded) {
            return;
        }
    }

    boolean awaitEnd(Duration limit) throws InterruptedException {
        return guard.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    int status() {
        return guard.exitValue();
    }
}
