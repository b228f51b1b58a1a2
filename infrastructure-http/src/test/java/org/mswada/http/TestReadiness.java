package org.mswada.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mswada.http.admin.Administration;
import org.mswada.http.admin.Readiness;

/** A server that is as ready as it is told. */
final class TestReadiness implements Readiness, Administration {
    private final Supplier<List<String>> reasons;
    volatile boolean started = true;
    volatile List<String> degraded = List.of();

    TestReadiness(Supplier<List<String>> reasons) {
        this.reasons = reasons;
    }

    @Override
    public boolean hasStarted() {
        return started;
    }

    @Override
    public List<String> reasonsNotReady() {
        return reasons.get();
    }

    @Override
    public List<String> reasonsDegraded() {
        return degraded;
    }

    @Override
    public String metrics() {
        return "test_total 1\n";
    }

    @Override
    public Object health() {
        return new Health(7);
    }

    @Override
    public Optional<Object> acknowledge(String rule, String subject, String by) {
        return rule.equals("lag") && subject.equals("replica-1") ? Optional.of(new Seen(by)) : Optional.empty();
    }

    /** Somebody has seen it. */
    private record Seen(String acknowledgedBy) {}

    /** Something to show. */
    private record Health(int uptimeMillis) {}
}
