package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

/** Folders of a cache, each unpacked by whichever JVM needs it first, and again when some of it is missing. */
final class UnpackedOnce {
    /** Written last; says what the folder holds, because caches are cleaned file by file and power cuts truncate. */
    private static final String MARKER = ".complete";

    private UnpackedOnce() {}

    /** Unpacks into a folder that does not exist yet. */
    @FunctionalInterface
    interface Unpacker {
        void unpack(Path target) throws IOException;
    }

    /** Returns the complete folder. One thread of one JVM unpacks; the others wait and use its result. */
    static synchronized Path in(Path cache, String name, Unpacker unpacker) throws IOException {
        Path folder = cache.resolve(name);
        if (isComplete(folder)) {
            return folder;
        }
        try (FileChannel channel = FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
            if (!isComplete(folder)) {
                replace(folder, cache.resolve("unpacking"), unpacker);
            }
        }
        return folder;
    }

    private static void replace(Path folder, Path beside, Unpacker unpacker) throws IOException {
        FileTree.delete(beside);
        Files.createDirectory(beside);
        try {
            Path unpacked = beside.resolve("new");
            unpacker.unpack(unpacked);
            Files.writeString(unpacked.resolve(MARKER), contents(unpacked));
            if (Files.exists(folder)) {
                Files.move(folder, beside.resolve("old"), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTree.delete(beside);
        }
    }

    private static boolean isComplete(Path folder) throws IOException {
        try {
            return Files.readString(folder.resolve(MARKER), StandardCharsets.ISO_8859_1).equals(contents(folder));
        } catch (NoSuchFileException incomplete) {
            return false;
        }
    }

    private static String contents(Path folder) throws IOException {
        AtomicLong files = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.endsWith(MARKER)) {
                    files.incrementAndGet();
                    bytes.addAndGet(attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files + " files, " + bytes + " bytes\n";
    }
}
