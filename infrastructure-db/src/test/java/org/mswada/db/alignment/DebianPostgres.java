package org.mswada.db.alignment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server of PostgreSQL 15 from Debian's package, on a temporary folder. It ends with its standard input. */
record DebianPostgres(Process process, Path folder, int port) implements AutoCloseable {
    static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    static final String USER = "postgres";
    private static final int NOBODY = 65_534;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String GUARD = "\"$@\" & server=$!; cat > /dev/null; kill -INT $server; wait $server";

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAMS.resolve("postgres"));
    }

    static DebianPostgres start() throws Exception {
        Path folder = Files.createTempDirectory("mswada-postgres-15-");
        if (runsAsRoot()) {
            Files.setAttribute(folder, "unix:uid", NOBODY);
        }
        Path data = folder.resolve("data");
        Process initdb = process(folder, List.of(PROGRAMS.resolve("initdb").toString(), "--pgdata=" + data,
                "--username=" + USER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"));
        if (!initdb.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || initdb.exitValue() != 0) {
            throw new IOException("initdb failed: " + Files.readString(log(folder)));
        }
        int port = freePort();
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "guard"));
        guarded.addAll(List.of(PROGRAMS.resolve("postgres").toString(), "-D", data.toString(), "-p",
                Integer.toString(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c",
                "fsync=off"));
        DebianPostgres server = new DebianPostgres(process(folder, guarded), folder, port);
        server.awaitReady();
        return server;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private void awaitReady() throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(jdbcUrl(), USER, "").close();
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    close();
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static Process process(Path folder, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (runsAsRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        whole.addAll(command);
        return new ProcessBuilder(whole).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log(folder).toFile()).start();
    }

    private static Path log(Path folder) {
        return folder.resolve("log");
    }

    private static boolean runsAsRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
