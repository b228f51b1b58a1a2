package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * One process of this boot. Numbers are used again, so its start time, in clock ticks since boot, belongs to it
 * (proc_pid_stat(5), fields 3 and 22).
 */
record ProcessIdentity(long pid, long startTicks) {
    private static final int STATE = 0;
    private static final int START = 19;

    static ProcessIdentity of(long pid) {
        return new ProcessIdentity(pid, livingSince(pid).orElse(-1));
    }

    /** A zombie counts as ended: it does nothing any more and only waits to be noticed by its parent. */
    boolean isAlive() {
        OptionalLong since = livingSince(pid);
        return since.isPresent() && since.getAsLong() == startTicks;
    }

    private static OptionalLong livingSince(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            boolean ended = fields[STATE].equals("Z") || fields[STATE].equals("X");
            return ended ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(fields[START]));
        } catch (IOException noSuchProcess) {
            return OptionalLong.empty();
        }
    }
}
