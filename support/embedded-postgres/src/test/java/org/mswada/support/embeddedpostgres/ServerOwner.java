package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The main class of the other JVM: owns a server until somebody ends it. */
final class ServerOwner {
    static final String STARTED = "started";
    static final String DRAINED = "drained";

    private ServerOwner() {}

    /** Arguments: what to do, the folder, the launch. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Launch launch = arguments.length > 2 ? Launch.valueOf(arguments[2]) : Launch.detect();
        switch (arguments[0]) {
            case "persistent" -> own(EmbeddedPostgresOptions.persistent(folder), launch);
            case "temporary" -> own(new EmbeddedPostgresOptions(folder, 0, Durability.FAST, Map.of(), true), launch);
            case "cluster" -> ownCluster(folder, launch);
            case "draining" -> ownAndDrain(folder, launch);
            case "unguarded" -> ownUnguarded(folder);
            case "unpack" -> unpack(folder);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void own(EmbeddedPostgresOptions options, Launch launch) {
        ServerStart.start(options, launch);
        keepRunning();
    }

    private static void ownCluster(Path folder, Launch launch) {
        ReplicationCluster.start(folder.resolve("cluster"), launch, 1, Durability.FAST, Map.of());
        keepRunning();
    }

    /** At the end, still needs the server for half a second, as a program does that finishes its work. */
    private static void ownAndDrain(Path folder, Launch launch) {
        EmbeddedPostgres server = ServerStart.start(EmbeddedPostgresOptions.persistent(folder), launch);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Sql.query(server.address(), "select pg_sleep(0.5)");
                Files.createFile(folder.resolve(DRAINED));
            } catch (SQLException | IOException e) {
                throw new AssertionError("could not drain", e);
            }
        }));
        keepRunning();
    }

    /** The control: what everybody would do without a guard. */
    private static void ownUnguarded(Path folder) throws IOException {
        EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(folder)).close();
        List<String> command = new ArrayList<>(Launch.runsAsRoot() ? List.of("unshare", "--user") : List.of());
        command.addAll(List.of(PostgresBinaries.unpack(Launch.detect()).program("postgres").toString(), "-D",
                folder.resolve("data").toString(), "-c", "listen_addresses=", "-c",
                "unix_socket_directories=" + folder));
        new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("unguarded.log").toFile()).start();
        keepRunning();
    }

    /** Unpacks slowly: not before another JVM wants the same. */
    private static void unpack(Path cache) throws IOException {
        Files.createTempFile(cache, "arrived-", "");
        UnpackedOnce.in(cache, "programs", target -> {
            Files.createDirectory(target);
            Files.createFile(target.resolve("postgres"));
            if (!Await.within(Duration.ofMinutes(1), () -> arrived(cache) == 2)) {
                throw new IOException("the other JVM did not come");
            }
            Files.writeString(cache.resolve("unpacked-by"), ProcessHandle.current().pid() + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        });
    }

    private static long arrived(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.getFileName().toString().startsWith("arrived-")).count();
        }
    }

    private static void keepRunning() {
        System.out.println(STARTED);
        Thread keeper = new Thread(ServerOwner::waitForEver);
        keeper.start();
    }

    private static synchronized void waitForEver() {
        try {
            while (true) {
                ServerOwner.class.wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
