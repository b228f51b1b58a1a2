package org.mswada.support.faultinjection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A small disk of its own in memory (tmpfs), which can be filled and freed. For a tablespace: then an insert fails with
 * 53100. Or for a whole server: then a full disk also stops the write-ahead log, and the server crashes. Only root may
 * mount; the mount ends with {@link #close()}, or with this JVM however that ends. Safe for many threads.
 */
public final class FullDisk implements AutoCloseable {
    /** Mounts, says so, waits for the end of its input, and takes the mount away even when files on it are open. */
    private static final String MOUNT = """
            trap '' HUP INT TERM
            mount -t tmpfs -o size="$1",mode=0700 mswada-full-disk "$2" || exit 1
            echo mounted
            read -r _
            umount -l "$2"
            """;
    private static final int CHUNK = 4_096;
    private static final long END_SECONDS = 10;

    private final Path folder;
    private final Process mount;

    private FullDisk(Path folder, Process mount) {
        this.folder = folder;
        this.mount = mount;
    }

    /**
     * Mounts a disk of this size on an empty folder.
     *
     * @return empty when this user or machine does not allow it: skip the test then, and say so
     * @throws IOException when the folder is not an empty one, or nothing can be started
     */
    public static Optional<FullDisk> mount(Path folder, long bytes) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new IOException("No disk was mounted on " + folder + ", because it is not empty and what it holds"
                        + " would be hidden. Name an empty folder.");
            }
        }
        // In a session of its own, so that Ctrl-C leaves it to do its work.
        Process process = new ProcessBuilder("setsid", "sh", "-c", MOUNT, "sh", Long.toString(bytes),
                folder.toAbsolutePath().toString()).redirectError(Redirect.DISCARD).start();
        BufferedReader said = process.inputReader(StandardCharsets.US_ASCII);
        return said.readLine() == null ? Optional.empty() : Optional.of(new FullDisk(folder, process));
    }

    /** Returns the folder on which the disk is. */
    public Path folder() {
        return folder;
    }

    /** Leaves no byte free, until {@link #free()}. */
    public void fill() throws IOException {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            byte[] chunk = new byte[CHUNK];
            while (folder.toFile().getUsableSpace() > 0) {
                ballast.write(chunk);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    /** Gives back what {@link #fill()} took. */
    public void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Takes the disk away with all it holds. End the server that uses it before. */
    @Override
    public void close() throws IOException {
        mount.getOutputStream().close();
        try {
            if (!mount.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("The disk on " + folder + " was not taken away within " + END_SECONDS
                        + " s. Run umount -l " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
