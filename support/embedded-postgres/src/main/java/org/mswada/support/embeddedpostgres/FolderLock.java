package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets one server at a time use a folder; the system takes the lock back when this JVM ends. */
final class FolderLock implements AutoCloseable {
    /**
     * Shared by the whole JVM because the system's lock is: it belongs to the process, so a second channel on the file
     * would be no hindrance, and closing that channel would give the first one's lock away (fcntl(2)).
     */
    private static final Set<Path> HELD_BY_THIS_JVM = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock, or throws {@link FolderInUse} at once. */
    static FolderLock take(ServerFolder folder) throws IOException {
        Path file = folder.lock();
        if (!HELD_BY_THIS_JVM.add(file)) {
            throw inUse(folder, "this process");
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(folder, otherProcess(folder));
            }
            return new FolderLock(file, channel);
        } catch (IOException | RuntimeException e) {
            HELD_BY_THIS_JVM.remove(file);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_BY_THIS_JVM.remove(file);
    }

    private static FolderInUse inUse(ServerFolder folder, String owner) {
        return new FolderInUse("No second PostgreSQL was started in the folder " + folder.path() + ", because "
                + owner + " already runs one there. Stop that one first, or choose another folder.");
    }

    private static String otherProcess(ServerFolder folder) throws IOException {
        return RunningServer.read(folder.path()).map(RunningServer::owner).filter(ProcessIdentity::isAlive)
                .map(owner -> "process " + owner.pid()).orElse("another process");
    }
}
