package org.mswada.db.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.mswada.db.validation.KernelSockets.Timer;

/** Asks the kernel which timer runs on the sockets of the pool and of the probe. */
final class KeepAliveCheck {
    private static final Duration LIMIT = Duration.ofSeconds(5);
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
                AtomicReference<Look> last = new AtomicReference<>(look(trial));
                if (Within.limit(LIMIT, () -> last.updateAndGet(_ -> look(trial)).isClear()).isEmpty()) {
                    return Measurement.impossible("other timers hid it on these sockets for " + LIMIT.toSeconds()
                            + " s: " + last);
                }
                Look clear = last.get();
                return Measurement.of(clear.pool() > 0 && clear.probe() > 0 && clear.without() == 0,
                        clear + "; looked at " + LOOKED_AT);
            }
        } catch (IOException | UncheckedIOException e) {
            return Measurement.impossible(LOOKED_AT + " could not be read: " + e.getMessage());
        }
    }

    /** How many sockets have the timer, on each line, how many have none, and of how many that cannot be said. */
    private record Look(long pool, long probe, long without, long hidden) {
        boolean isClear() {
            return hidden == 0 && pool + probe + without > 1;
        }

        @Override
        public String toString() {
            return "with it: pool " + pool + ", probe " + probe + "; without: " + without + "; hidden: " + hidden;
        }
    }

    private Look look(Trial trial) {
        try {
            List<KernelSockets.Socket> sockets = kernel
                    .leadingTo(List.of(trial.callers().port(), trial.probe().port()));
            List<Integer> with = sockets.stream().filter(socket -> socket.timer() == Timer.KEEP_ALIVE)
                    .map(KernelSockets.Socket::remotePort).toList();
            return new Look(with.stream().filter(port -> port == trial.callers().port()).count(),
                    with.stream().filter(port -> port == trial.probe().port()).count(),
                    sockets.stream().filter(socket -> socket.timer() == Timer.NONE).count(),
                    sockets.stream().filter(socket -> socket.timer() == Timer.OTHER).count());
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
            return kernel.leadingTo(List.of(server.getLocalPort())).stream()
                    .anyMatch(shown -> shown.timer() == Timer.KEEP_ALIVE);
        }
    }
}
