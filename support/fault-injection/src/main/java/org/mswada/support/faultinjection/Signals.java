package org.mswada.support.faultinjection;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sends signals to processes, and sees what became of them (proc_pid_stat(5), field 3). */
final class Signals {

    private Signals() {}

    /** Sends a signal by its name without SIG. A process that has ended is no error: it may have just done so. */
    static void send(String name, List<Long> processIds) throws InterruptedException {
        if (processIds.isEmpty()) {
            return;
        }
        // The shell's own kill: the program of that name is not installed everywhere.
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -s \"$@\"", "sh", name));
        processIds.forEach(id -> command.add(Long.toString(id)));
        try {
            int _ = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start()
                    .waitFor();
        } catch (IOException e) {
            throw new FaultInjectionException("SIG" + name + " could not be sent to " + processIds + " (" + e
                    + "). A shell named sh must be on the path.", e);
        }
    }

    /** Whether the process does something or may do so again; a zombie only waits to be noticed by its parent. */
    static boolean isAlive(long processId) {
        char state = state(processId);
        return state != 'Z' && state != 'X';
    }

    static boolean isStopped(long processId) {
        char state = state(processId);
        return state == 'T' || state == 'X' || state == 'Z';
    }

    private static char state(long processId) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(processId), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException ended) {
            return 'X';
        }
    }
}
