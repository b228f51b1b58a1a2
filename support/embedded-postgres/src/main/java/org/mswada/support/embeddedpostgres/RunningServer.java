package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server's owner writes down for other processes: PostgreSQL's own postmaster.pid will not do, as its number is
 * that of a process namespace.
 *
 * @param port where the server listens
 * @param owner the JVM that started the server
 * @param guard the process that is gone only when all of the server is
 */
record RunningServer(int port, ProcessIdentity owner, ProcessIdentity guard) {
    private static final String FILE = "running";
    private static final int FIELDS = 5;

    /** Reads what is known; empty when nothing is, or nothing readable. */
    static Optional<RunningServer> read(Path folder) throws IOException {
        try {
            return parse(Files.readString(folder.resolve(FILE), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException nothingRuns) {
            return Optional.empty();
        }
    }

    /** What a power cut left half-written says nothing: it took the server with it. */
    private static Optional<RunningServer> parse(String line) {
        String[] fields = line.strip().split(" ", -1);
        if (!line.endsWith("\n") || fields.length != FIELDS) {
            return Optional.empty();
        }
        try {
            return Optional
                    .of(new RunningServer(Integer.parseInt(fields[0]), identity(fields, 1), identity(fields, 3)));
        } catch (NumberFormatException garbled) {
            return Optional.empty();
        }
    }

    void write(ServerFolder folder) throws IOException {
        String line = port + " " + owner.pid() + " " + owner.startTicks() + " " + guard.pid() + " "
                + guard.startTicks() + "\n";
        folder.write(folder.path().resolve(FILE), line.getBytes(StandardCharsets.US_ASCII));
    }

    static void delete(ServerFolder folder) throws IOException {
        Files.deleteIfExists(folder.path().resolve(FILE));
    }

    /** A server whose owner is gone is about to end. */
    boolean isUsable() {
        return owner.isAlive() && guard.isAlive();
    }

    private static ProcessIdentity identity(String[] fields, int first) {
        return new ProcessIdentity(Long.parseLong(fields[first]), Long.parseLong(fields[first + 1]));
    }
}
