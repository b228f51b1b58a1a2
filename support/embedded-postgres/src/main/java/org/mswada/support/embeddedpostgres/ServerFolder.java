package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the files of one server are. */
record ServerFolder(Path path, Launch launch, boolean temporary) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final String LOCK = "lock";
    private static final String PASSWORD = "password";
    private static final int LOG_LINES = 15;

    /** Makes the folder, readable by its owner only, or opens one made before. */
    static ServerFolder create(EmbeddedPostgresOptions options, Launch launch) throws IOException {
        Path wanted = options.folder();
        if (!Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(wanted.getParent());
            createPrivate(wanted);
        } else if (options.deletedAtEnd()) {
            throw new EmbeddedPostgresException("The folder " + wanted + " exists, so it cannot be a temporary one:"
                    + " that would be deleted at the end. Name a folder that does not exist yet.");
        } else {
            refuseForeign(wanted);
            Files.setPosixFilePermissions(wanted, OWNER_ONLY);
        }
        launch.handOver(wanted);
        return new ServerFolder(wanted.toRealPath(), launch, options.deletedAtEnd());
    }

    /** Makes a directory that is readable by its owner only. */
    static void createPrivate(Path directory) throws IOException {
        Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    private static void refuseForeign(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent() && !Files.exists(folder.resolve(LOCK))) {
                throw new EmbeddedPostgresException("The folder " + folder + " holds other things than an embedded"
                        + " PostgreSQL, so nothing was started there. Name an empty folder or one that does not exist"
                        + " yet.");
            }
        }
    }

    static PostgresAddress address(Path folder, int port) throws IOException {
        return new PostgresAddress(ServerSettings.HOST, port, DataDirectory.SUPERUSER,
                Files.readString(folder.resolve(PASSWORD)));
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("server.log");
    }

    Path password() {
        return path.resolve(PASSWORD);
    }

    Path guardScript() {
        return path.resolve("guard.sh");
    }

    Path lock() {
        return path.resolve(LOCK);
    }

    void deleteIfTemporary() throws IOException {
        if (temporary) {
            FileTree.delete(path);
        }
    }

    /** Writes a file that only the account of the server may read. */
    void write(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (!temporary) {
                // Or a power cut after the renaming could leave an empty file of that name.
                channel.force(true);
            }
        }
        launch.handOver(beside);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts an empty log; the one before is kept beside it, so both never grow beyond two runs. */
    void startLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), path.resolve("server.log.previous"), StandardCopyOption.REPLACE_EXISTING);
        }
        write(log(), new byte[0]);
    }

    /** The last lines of the server's log, to end a message with. */
    String logEnd() {
        try (Stream<String> stream = Files.lines(log(), StandardCharsets.ISO_8859_1)) {
            List<String> lines = stream.toList();
            return " The end of " + log() + ":\n" + lines.stream().skip(Math.max(0, lines.size() - LOG_LINES))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return " Its log " + log() + " cannot be read (" + e.getMessage() + ").";
        }
    }
}
