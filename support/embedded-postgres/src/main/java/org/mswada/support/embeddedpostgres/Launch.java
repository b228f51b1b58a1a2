package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The ways of starting a program that refuses to run as root and must end with us; the best comes first. */
enum Launch {
    /** In a process namespace of its own, which the kernel empties as a whole; there root's number means nobody. */
    NAMESPACE,
    /** As root where namespaces are forbidden: as the account that owns nothing. */
    UNPRIVILEGED,
    /** As we are. */
    PLAIN;

    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;
    private static final long PROBE_SECONDS = 10;

    /** The words to put before a command. */
    List<String> prefix() {
        return switch (this) {
            case NAMESPACE -> List.of("unshare", "--user", "--pid", "--fork", "--kill-child=KILL");
            case UNPRIVILEGED -> List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
            case PLAIN -> List.of();
        };
    }

    /** Chooses the best way this machine allows. */
    static Launch detect() {
        for (Launch launch : values()) {
            if (launch.isPossible()) {
                return launch;
            }
        }
        throw new EmbeddedPostgresException("PostgreSQL refuses to run as root, and neither unshare (no user"
                + " namespaces here) nor setpriv is at hand to become somebody else. Run as an ordinary user, or"
                + " install util-linux.");
    }

    /** Tells whether this user may start PostgreSQL in this way on this machine. */
    boolean isPossible() {
        return switch (this) {
            case NAMESPACE -> works();
            case UNPRIVILEGED -> runsAsRoot() && works();
            case PLAIN -> !runsAsRoot();
        };
    }

    /** Hands a path made by us to the account that the program will run as. */
    void handOver(Path path) throws IOException {
        if (this == UNPRIVILEGED) {
            Files.setAttribute(path, "unix:uid", NOBODY);
            Files.setAttribute(path, "unix:gid", NOBODY);
        }
    }

    /** Tells whether a program started in this way gets into the folder: it lacks root's privilege to get anywhere. */
    boolean reaches(Path folder) throws IOException {
        if (!runsAsRoot()) {
            return true;
        }
        int account = this == UNPRIVILEGED ? NOBODY : ROOT;
        for (Path step = folder.toRealPath(); step != null; step = step.getParent()) {
            boolean own = Files.getAttribute(step, "unix:uid").equals(account);
            if (!Files.getPosixFilePermissions(step)
                    .contains(own ? PosixFilePermission.OWNER_EXECUTE : PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    static boolean runsAsRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(ROOT);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("/proc cannot be read, which the embedded PostgreSQL needs. Mount it.",
                    e);
        }
    }

    private boolean works() {
        List<String> command = new ArrayList<>(prefix());
        command.add("true");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD).start();
            return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("interrupted while finding out how to start PostgreSQL", e);
        }
    }
}
