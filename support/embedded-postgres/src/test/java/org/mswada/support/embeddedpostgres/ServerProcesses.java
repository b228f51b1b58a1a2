package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks in /proc for what runs on a folder: by the command line (postmaster, guard) or the directory (backends). */
final class ServerProcesses {

    private ServerProcesses() {}

    /** Returns the living processes that name the folder, except this one and the JVMs that were given it. */
    static List<Long> on(Path folder) {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid() && names(pid, folder) && !isJvm(pid)
                        && ProcessIdentity.of(pid).isAlive())
                .toList();
    }

    /** Returns the server's own processes only, without its guard. */
    static List<Long> backends(Path folder) {
        return on(folder).stream().filter(pid -> !commandLine(pid).contains("guard.sh")
                && commandLine(pid).contains("postgres") && !commandLine(pid).startsWith("unshare")).toList();
    }

    /** Sends all of them a signal, such as KILL, at once. */
    static void signal(List<Long> pids, String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-s", name));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        new ProcessBuilder(command).start().waitFor();
    }

    private static boolean isJvm(long pid) {
        return commandLine(pid).startsWith(Path.of(System.getProperty("java.home")).toString());
    }

    private static boolean names(long pid, Path folder) {
        return commandLine(pid).contains(folder.toString()) || directory(pid).startsWith(folder);
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(proc(pid, "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    private static Path directory(long pid) {
        try {
            return Files.readSymbolicLink(proc(pid, "cwd"));
        } catch (IOException endedOrNotOurs) {
            return Path.of("/");
        }
    }

    private static Path proc(long pid, String entry) {
        return Path.of("/proc", Long.toString(pid), entry);
    }
}
