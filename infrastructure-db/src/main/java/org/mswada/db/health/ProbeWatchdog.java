package org.mswada.db.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the probes, on a thread of its own that touches no server: one that hangs loses its socket, and is heard as
 * if its node had not answered. Ends with the last of them.
 */
public final class ProbeWatchdog implements Runnable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Logger LOGGER = LoggerFactory.getLogger(ProbeWatchdog.class);

    private final List<NodeProbe> probes;

    private ProbeWatchdog(List<NodeProbe> probes) {
        this.probes = List.copyOf(probes);
    }

    /** Begins to look after these. */
    public static void watch(List<NodeProbe> probes) {
        Thread _ = Thread.ofPlatform().daemon().name("probe-watchdog").start(new ProbeWatchdog(probes));
    }

    @Override
    public void run() {
        while (!probes.stream().allMatch(NodeProbe::isClosed)) {
            probes.forEach(ProbeWatchdog::look);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static void look(NodeProbe probe) {
        try {
            probe.look(System.nanoTime());
        } catch (RuntimeException | Error e) {
            LOGGER.error("looking after {} failed; the next look goes on", probe, e);
        }
    }
}
