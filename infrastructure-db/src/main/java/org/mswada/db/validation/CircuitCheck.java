package org.mswada.db.validation;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.mswada.db.service.CircuitState;
import org.mswada.db.service.QueryResult;
import org.mswada.domain.storage.Operation;

/**
 * Breaks connections under running units while the probe is well, so that it is the units that open the circuit; then
 * freezes the probe, so that nothing closes it again until it is healed.
 */
final class CircuitCheck {
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(15);
    /** The tenth call opens it. A probe that succeeds in between half opens it, and then it takes five more. */
    private static final int LOST_THAT_OPEN = 30;
    private static final Duration HALF_OPENS_WITHIN = Duration.ofSeconds(8);
    private static final Duration SHORTEST_UNIT = Duration.ofMillis(300);
    private static final int UNITS_THAT_CLOSE = 10;
    private static final int CONNECTS_IN_A_UNIT = 4;

    private final Duration opensWithin;
    private final Duration halfOpensWithin;

    private CircuitCheck(Duration opensWithin, Duration halfOpensWithin) {
        this.opensWithin = opensWithin;
        this.halfOpensWithin = halfOpensWithin;
    }

    static Check check() {
        return check(OPENS_WITHIN, HALF_OPENS_WITHIN);
    }

    /** The same, waiting no longer than this for a circuit to open, and to half open. */
    static Check check(Duration opensWithin, Duration halfOpensWithin) {
        return new Check("circuit breaker",
                "opens when " + LOST_THAT_OPEN
                        + " units or fewer lose their connections, refuses without asking for one, half opens when the probe "
                        + "succeeds, closes when " + UNITS_THAT_CLOSE + " units or fewer succeed",
                "Build the service by DatabaseServices.open; nothing of the breaker is configured. If it is so built, "
                        + "this is a bug of Mswada: report it with these figures.",
                new CircuitCheck(opensWithin, halfOpensWithin)::measure);
    }

    private Measurement measure(Bench bench) throws SQLException {
        try (Trial trial = bench.open(0)) {
            Operation operation = Operation.read("validation.circuit").within(unitLimit(bench));
            AtomicInteger cut = new AtomicInteger();
            Optional<Duration> opened = cutUntilOpen(trial, operation, cut);
            if (opened.isEmpty()) {
                return Measurement.failed("still " + trial.circuit() + " after " + cut + " connections lost in "
                        + opensWithin.toSeconds() + " s");
            }
            if (cut.get() > LOST_THAT_OPEN) {
                return Measurement.failed("open only after " + cut + " connections lost");
            }
            String so = "open after " + cut + " connections lost in " + Within.milliseconds(opened.get());
            trial.probe().freeze();
            return refusal(trial, operation).map(refused -> recovery(trial, so + "; refused in "
                    + refused.toNanos() / 1_000 + " µs")).orElseGet(() -> Measurement.failed(so
                            + "; but no unit was refused without asking for a connection"));
        }
    }

    /** Long enough for a few connections, or a unit would end for its deadline, which says nothing of the node. */
    private static Duration unitLimit(Bench bench) throws SQLException {
        long begin = System.nanoTime();
        bench.connect().close();
        Duration connecting = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(CONNECTS_IN_A_UNIT);
        return connecting.compareTo(SHORTEST_UNIT) > 0 ? connecting : SHORTEST_UNIT;
    }

    private Optional<Duration> cutUntilOpen(Trial trial, Operation operation, AtomicInteger cut) {
        return Within.limit(opensWithin, () -> {
            trial.cutQuery(operation, cut::incrementAndGet);
            return trial.circuit() == CircuitState.OPEN;
        });
    }

    /** Returns how long a refusal took; the probe may have half opened the circuit just before it froze. */
    private Optional<Duration> refusal(Trial trial, Operation operation) {
        long end = System.nanoTime() + opensWithin.toNanos();
        while (System.nanoTime() < end) {
            QueryResult<String> result = trial.cutQuery(operation, () -> {});
            if (result instanceof QueryResult.Failure && result.statistics().attempts() == 0
                    && trial.circuit() == CircuitState.OPEN) {
                return Optional.of(result.statistics().executionTime());
            }
        }
        return Optional.empty();
    }

    private Measurement recovery(Trial trial, String so) {
        trial.probe().heal();
        Optional<Duration> halfOpen = Within.limit(halfOpensWithin,
                () -> trial.circuit() == CircuitState.HALF_OPEN);
        if (halfOpen.isEmpty()) {
            return Measurement.failed(so + "; not half open " + halfOpensWithin.toSeconds()
                    + " s after the probe was let through, but " + trial.circuit());
        }
        String then = so + "; half open " + Within.milliseconds(halfOpen.get()) + " after the probe was let through";
        for (int unit = 1; unit <= UNITS_THAT_CLOSE; unit++) {
            boolean succeeded = trial.succeeds(Trial.READ);
            if (succeeded && trial.circuit() == CircuitState.CLOSED) {
                return Measurement.of(true, then + "; closed after " + unit + " units that succeeded");
            }
        }
        return Measurement.failed(then + "; still " + trial.circuit() + " after " + UNITS_THAT_CLOSE + " units");
    }
}
