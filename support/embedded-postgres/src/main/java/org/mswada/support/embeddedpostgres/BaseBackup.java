package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Makes the data directory of a standby from that of a running primary, as the manual says for a base backup by the
 * low-level API (section 25.3.4): pg_basebackup is not among the embedded programs. The log is not copied, because a
 * replication slot keeps it on the primary.
 */
final class BaseBackup {
    private static final Set<String> EMPTIED = Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial",
            "pg_snapshots", "pg_stat_tmp", "pg_subtrans");
    /** The settings made on the primary are its own: a standby that is promoted must not wait for standbys. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init",
            "backup_label", "tablespace_map", "backup_manifest", "standby.signal", "recovery.signal",
            "postgresql.auto.conf", "current_logfiles");
    /** Last, so that it is not older than what it controls. */
    private static final Path CONTROL_FILE = Path.of("global", "pg_control");

    private final Path source;
    private final ServerFolder folder;
    private final Path target;

    private BaseBackup(Path source, ServerFolder folder, Path target) {
        this.source = source;
        this.folder = folder;
        this.target = target;
    }

    /**
     * Puts the data directory of a standby of this name in the place of the one that the folder has, if any.
     *
     * @throws EmbeddedPostgresException when the primary refuses, or the disk does
     */
    static void take(ReplicatedServer primary, String standby, ServerFolder folder) {
        try {
            take(primary.server(), Upstream.of(primary.address(), standby, folder), folder);
        } catch (IOException | SQLException e) {
            throw new EmbeddedPostgresException("No copy of " + primary.name() + " could be made for " + standby + " ("
                    + e + "). That one must run as a primary, and the disk must have room."
                    + primary.server().folder().logEnd(), e);
        }
    }

    private static void take(EmbeddedPostgres primary, Upstream upstream, ServerFolder folder)
            throws IOException, SQLException {
        Path beside = folder.path().resolve("data.new");
        FileTree.delete(beside);
        new BaseBackup(primary.folder().data(), folder, beside).copy(new Superuser(primary.address()), upstream);
        folder.write(folder.password(), Files.readAllBytes(primary.folder().password()));
        upstream.writePasswordFile(folder);
        FileTree.delete(folder.data());
        Files.move(beside, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void copy(Superuser primary, Upstream upstream) throws IOException, SQLException {
        try (Connection connection = primary.connect(); Statement statement = connection.createStatement()) {
            upstream.createSlot(connection);
            statement.execute("select pg_backup_start('" + upstream.standby() + "', true)");
            Files.walkFileTree(source, new Copying());
            copyFile(source.resolve(CONTROL_FILE));
            try (ResultSet stop = statement.executeQuery("select labelfile, spcmapfile from pg_backup_stop(false)")) {
                stop.next();
                write("backup_label", stop.getString(1));
                if (!stop.getString(2).isBlank()) {
                    throw new EmbeddedPostgresException("No standby was made of a primary with tablespaces, because"
                            + " they lie outside its folder. Drop them before.");
                }
            }
        }
        for (String name : Set.of("archive_status", "summaries")) {
            createDirectory(target.resolve("pg_wal").resolve(name));
        }
        write("postgresql.auto.conf", upstream.settings());
        write("standby.signal", "");
    }

    private void write(String name, String content) throws IOException {
        folder.write(target.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private void createDirectory(Path directory) throws IOException {
        ServerFolder.createPrivate(directory);
        folder.launch().handOver(directory);
    }

    private void copyFile(Path file) throws IOException {
        Path copy = target.resolve(source.relativize(file));
        try {
            Files.copy(file, copy);
            folder.launch().handOver(copy);
        } catch (NoSuchFileException droppedMeanwhile) {
            return;
        }
    }

    /** Copies files in any state: replaying the log repairs them. */
    private final class Copying extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (directory.getFileName().toString().startsWith("pgsql_tmp")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            createDirectory(target.resolve(source.relativize(directory)));
            boolean emptied = source.equals(directory.getParent())
                    && EMPTIED.contains(directory.getFileName().toString());
            return emptied ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            if (!LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp") && !file.endsWith(CONTROL_FILE)) {
                copyFile(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
