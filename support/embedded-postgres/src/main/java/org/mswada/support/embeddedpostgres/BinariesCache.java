package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder of this user where unpacked programs are kept. */
final class BinariesCache {
    private static final String NAME = "mswada-postgres";
    /** Another account that runs the programs has to reach them, but not to list or change them. */
    private static final Set<PosixFilePermission> PERMISSIONS = PosixFilePermissions.fromString("rwx--x--x");

    private BinariesCache() {}

    /** Opens the best folder that can be used, making it when missing. */
    static Path open(Launch launch) throws IOException {
        return open(launch, candidates(System.getenv("XDG_CACHE_HOME"), Path.of(System.getProperty("user.home")),
                Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /**
     * The user's cache (XDG Base Directory Specification, which ignores a relative path), and for a user without a home
     * the temporary folder, which the system may clean file by file.
     */
    static List<Path> candidates(@Nullable String cacheHome, Path home, Path temporary) {
        Path cache = cacheHome != null && Path.of(cacheHome).isAbsolute()
                ? Path.of(cacheHome)
                : home.resolve(".cache");
        return List.of(cache.resolve(NAME), temporary.resolve(NAME + "-" + System.getProperty("user.name")));
    }

    /** Opens the first usable one, and refuses one that another user could have filled. */
    static Path open(Launch launch, List<Path> candidates) throws IOException {
        List<IOException> reasons = new ArrayList<>();
        for (Path folder : candidates) {
            try {
                return prepare(folder, launch);
            } catch (IOException e) {
                reasons.add(e);
            }
        }
        throw new EmbeddedPostgresException("PostgreSQL's programs can be unpacked nowhere: " + reasons
                + ". Point XDG_CACHE_HOME to a folder that this user may write to.", reasons.getLast());
    }

    private static Path prepare(Path folder, Launch launch) throws IOException {
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
        if (!Files.getPosixFilePermissions(folder).equals(PERMISSIONS)) {
            Files.setPosixFilePermissions(folder, PERMISSIONS);
        }
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString(), null, "is not writable");
        }
        if (!launch.reaches(folder)) {
            throw new AccessDeniedException(folder.toString(), null,
                    "cannot be reached by the account that runs PostgreSQL for root");
        }
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
