package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Whether a server just started accepts connections, by line 8 of postmaster.pid (miscadmin.h, LOCK_FILE_LINE_PM_STATUS).
 * A file left over from a killed server says "ready" too; it is known by its time, which was noted before the start.
 */
final class PostmasterStatus {
    private static final int STATUS_LINE = 7;
    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Path file;
    private final FileTime before;

    private PostmasterStatus(Path file, FileTime before) {
        this.file = file;
        this.before = before;
    }

    static PostmasterStatus beforeStart(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        return new PostmasterStatus(file, Files.exists(file) ? Files.getLastModifiedTime(file) : NEVER);
    }

    boolean isReady() throws IOException {
        try {
            if (Files.getLastModifiedTime(file).equals(before)) {
                return false;
            }
            List<String> lines = Files.readAllLines(file);
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }
}
