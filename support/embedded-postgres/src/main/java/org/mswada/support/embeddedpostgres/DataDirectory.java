package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Makes the data directory of a new server with initdb. */
final class DataDirectory {
    static final String SUPERUSER = "postgres";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int PASSWORD_BYTES = 24;

    private DataDirectory() {}

    /** Makes the directory beside and renames it, so that a half-made one is never taken for a database. */
    static void makeIfMissing(ServerFolder folder, PostgresBinaries binaries, Durability durability)
            throws IOException, InterruptedException {
        if (Files.exists(folder.data())) {
            return;
        }
        Path beside = folder.path().resolve("data.new");
        FileTree.delete(beside);
        folder.write(folder.password(), randomPassword().getBytes(StandardCharsets.US_ASCII));
        GuardedProcess initdb = GuardedProcess.start(folder, initdb(folder, binaries, beside, durability));
        try {
            if (!initdb.awaitEnd(LIMIT)) {
                throw new EmbeddedPostgresException("initdb was given up after " + LIMIT.toSeconds()
                        + " s. Is the disk too slow?" + folder.logEnd());
            }
        } finally {
            initdb.release();
        }
        if (initdb.status() != 0) {
            throw new EmbeddedPostgresException("initdb could not make a database in " + folder.path() + " (status "
                    + initdb.status() + "). Remove the cause given here and start again." + folder.logEnd());
        }
        Files.move(beside, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> initdb(ServerFolder folder, PostgresBinaries binaries, Path target,
            Durability durability) {
        List<String> command = new ArrayList<>(List.of(binaries.program("initdb").toString(),
                "--pgdata=" + target, "--username=" + SUPERUSER, "--pwfile=" + folder.password(),
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8", "--data-checksums", "--no-instructions"));
        if (durability == Durability.FAST) {
            command.add("--no-sync");
        }
        return command;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
