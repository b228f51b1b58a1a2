package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder of this user where unpacked programs are kept. */
final class BinariesCache {

    private BinariesCache() {}

    /** Opens the cache, making it when missing, and refuses one that another user could have filled. */
    static Path open(Launch launch) throws IOException {
        Path folder = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(home -> !home.isBlank())
                .map(home -> Path.of(home, "mswada-postgres"))
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"),
                        "mswada-postgres-" + System.getProperty("user.name")));
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            createPrivate(folder);
        }
        Object owner = Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !owner.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            throw new EmbeddedPostgresException("The cache " + folder + " is not a folder of this user, so its"
                    + " programs cannot be trusted. Remove it, or point XDG_CACHE_HOME elsewhere.");
        }
        // Another account has to reach the programs, but still not to list or change them.
        Files.setPosixFilePermissions(folder,
                PosixFilePermissions.fromString(launch == Launch.UNPRIVILEGED ? "rwx--x--x" : "rwx------"));
        return folder;
    }

    private static void createPrivate(Path folder) throws IOException {
        try {
            Files.createDirectory(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException anotherJvmWasFaster) {
            return;
        }
    }
}
