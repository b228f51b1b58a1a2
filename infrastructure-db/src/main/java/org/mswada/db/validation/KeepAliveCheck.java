package org.mswada.db.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** Asks the kernel which timer runs on the sockets of the pool and of the probe. */
final class KeepAliveCheck {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final String LOOKED_AT = "/proc/self/net/tcp and tcp6, timer 02 (proc(5))";

    private final KernelSockets kernel;

    private KeepAliveCheck(KernelSockets kernel) {
        this.kernel = kernel;
    }

    static Check check(KernelSockets kernel) {
        return new Check("TCP keep-alive", "the kernel's keep-alive timer on each socket of the pool and of the probe",
                "Take tcpKeepAlive=false out of MSWADA_DB_URL; if it is not there, this is a bug of Mswada: report it.",
                new KeepAliveCheck(kernel)::measure);
    }

    private Measurement measure(Bench bench) {
        try {
            if (!kernel.exist()) {
                return Measurement.impossible("this system has no /proc/self/net/tcp to look at");
            }
            if (!kernelTells()) {
                return Measurement.impossible(
                        "this kernel does not show the keep-alive timer of a socket of which it is known");
            }
            try (Trial trial = bench.open(0)) {
                trial.succeeds(Trial.READ);
                Within.limit(LIMIT, () -> with(trial.callers(), true) > 0 && with(trial.probe(), true) > 0
                        && with(trial.callers(), false) + with(trial.probe(), false) == 0);
                long pool = with(trial.callers(), true);
                long probe = with(trial.probe(), true);
                long without = with(trial.callers(), false) + with(trial.probe(), false);
                return Measurement.of(pool > 0 && probe > 0 && without == 0, "pool " + pool + ", probe " + probe
                        + ", without " + without + "; looked at " + LOOKED_AT);
            }
        } catch (IOException e) {
            return Measurement.impossible(LOOKED_AT + " could not be read: " + e.getMessage());
        }
    }

    private long with(BreakableLine line, boolean keepAlive) {
        try {
            return kernel.leadingTo(List.of(line.port())).stream()
                    .filter(socket -> socket.keepAlive() == keepAlive).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at two sockets of which it is known. */
    private boolean kernelTells() throws IOException {
        return isShown(true) && !isShown(false);
    }

    private boolean isShown(boolean keepAlive) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            socket.setKeepAlive(keepAlive);
            return kernel.leadingTo(List.of(server.getLocalPort())).stream().anyMatch(KernelSockets.Socket::keepAlive);
        }
    }
}
