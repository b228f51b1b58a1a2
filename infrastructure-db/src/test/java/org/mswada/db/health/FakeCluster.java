package org.mswada.db.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A view whose servers say what the test tells them to, on a clock that moves when told to. */
final class FakeCluster {
    static final int PRIMARY = 0;
    static final int FIRST = 1;
    static final int SECOND = 2;
    static final String IDENTIFIER = "7300000000000000001";
    static final Duration QUICK = Duration.ofMillis(1);
    static final Duration INTERVAL = Duration.ofMillis(250);
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private long now = -Duration.ofSeconds(1).toNanos();
    final ClusterView view = new ClusterView(List.of("primary", "replica-1", "replica-2"), ClusterLimits.DEFAULT,
            () -> now);

    long now() {
        return now;
    }

    void pass(Duration time) {
        now += time.toNanos();
    }

    void primary(int server, int timeline, long lsn) {
        says(server, new ServerFacts(false, IDENTIFIER, timeline, lsn, START), QUICK);
    }

    void standby(int server, long lsn) {
        standby(server, lsn, QUICK);
    }

    void standby(int server, long lsn, Duration latency) {
        says(server, new ServerFacts(true, IDENTIFIER, 0, lsn, START), latency);
    }

    /** Asks now; the answer comes after that time. */
    void says(int server, ServerFacts facts, Duration latency) {
        long asked = now;
        pass(latency);
        view.observed(server, new ProbeResult(true, facts, latency, asked, null));
    }

    void isAway(int server) {
        view.observed(server, new ProbeResult(false, null, Duration.ZERO, now, "connection refused"));
    }

    void refuses(int server) {
        view.observed(server, new ProbeResult(true, null, Duration.ZERO, now, "too many clients"));
    }

    String reasons(int server) {
        return String.join("\n", view.status(server).reasons());
    }
}
