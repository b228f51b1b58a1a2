package org.mswada.db.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mswada.db.service.QueryResult;
import org.mswada.domain.storage.Operation;

/**
 * Has units lose their connection again and again, and takes the moments at which the line was cut and at which the next
 * connection arrived on it. A pause is drawn evenly from nothing to its cap, so one says little: all together they must be
 * near a half of the caps.
 */
final class BackOffCheck {
    /** So that each try has to open one, and it is known for which try it came. */
    private static final int ONE_CONNECTION = 1;
    private static final int UNITS = 8;
    private static final int RETRIES = 4;
    /** Successes of other units, so that fewer than half fail and the circuit stays closed. */
    private static final int SUCCESSES = 8;
    private static final Duration FIRST_CAP = Duration.ofMillis(100);
    /** What noticing the cut and asking for a connection may take besides the pause. */
    private static final Duration OVERHEAD = Duration.ofSeconds(1);
    /**
     * Even draws are below these in less than one run in 20,000; what noticing takes only raises them. The first is missed by
     * pauses that are too short, the second by those that do not grow.
     */
    private static final double LEAST_MEAN = 0.25;
    private static final double LEAST_SUM = 0.25;
    /** Of the sum of all pauses by that of their caps; what noticing takes weighs little there. */
    private static final double GREATEST_SUM = 0.95;
    private static final Operation FAILING = Operation.read("validation.retry").within(Duration.ofSeconds(20));

    private final int units;

    private BackOffCheck(int units) {
        this.units = units;
    }

    static Check check() {
        return check(UNITS);
    }

    /** The same with so many units: fewer tell as much of pauses that are not drawn but always the same. */
    static Check check(int units) {
        return new Check("automatic retry",
                RETRIES + " retries, each after a pause drawn evenly from nothing to a cap of 100, 200, 400, 800 ms "
                        + "(the caps double up to 5 s; those above 800 ms are not waited for): mean share of the cap "
                        + LEAST_MEAN + " or more, all together " + LEAST_SUM + " to " + GREATEST_SUM
                        + " of all caps, none later than "
                        + OVERHEAD.toMillis() + " ms after its cap",
                "Build the service by DatabaseServices.open; nothing of the pauses is configured. If pauses are too long, "
                        + "look whether this machine is overloaded, and try again.",
                new BackOffCheck(units)::measure);
    }

    private Measurement measure(Bench bench) {
        try (Trial trial = bench.open(0, ONE_CONNECTION); Arrivals arrivals = Arrivals.on(trial.callers())) {
            List<List<Duration>> pauses = IntStream.range(0, RETRIES)
                    .<List<Duration>>mapToObj(_ -> new ArrayList<>()).toList();
            for (int unit = 0; unit < units; unit++) {
                for (int success = 0; success < SUCCESSES; success++) {
                    trial.succeeds(Trial.READ);
                }
                Optional<Measurement> trouble = retry(trial, arrivals, pauses);
                if (trouble.isPresent()) {
                    return trouble.get();
                }
            }
            return judge(pauses);
        }
    }

    /** Notes the pauses of one unit; returns what went wrong, or nothing. */
    private static Optional<Measurement> retry(Trial trial, Arrivals line, List<List<Duration>> pauses) {
        List<Long> cuts = Collections.synchronizedList(new ArrayList<>());
        int before = line.moments().size();
        AtomicInteger attempts = new AtomicInteger();
        QueryResult<String> result = trial.query(FAILING, sql -> {
            if (attempts.incrementAndGet() <= RETRIES) {
                trial.callers().cut();
                cuts.add(System.nanoTime());
            }
            return Trial.ask(sql);
        });
        List<Long> arrivals = line.moments().stream().skip(before).toList();
        if (!(result instanceof QueryResult.Success) || attempts.get() != RETRIES + 1) {
            return Optional.of(Measurement.failed("tried " + attempts.get() + " times, and "
                    + (result instanceof QueryResult.Failure<?> failure
                            ? failure.error().getMessage()
                            : "succeeded")));
        }
        if (arrivals.size() != RETRIES) {
            return Optional.of(Measurement.impossible(arrivals.size() + " connections arrived for " + RETRIES
                    + " retries, so it is not known which belongs to which"));
        }
        for (int retry = 0; retry < RETRIES; retry++) {
            Duration pause = Duration.ofNanos(arrivals.get(retry) - cuts.get(retry));
            if (pause.compareTo(cap(retry).plus(OVERHEAD)) > 0) {
                return Optional.of(Measurement.failed("retry " + (retry + 1) + " came after "
                        + Within.milliseconds(pause) + ", and its cap is " + Within.milliseconds(cap(retry))));
            }
            pauses.get(retry).add(pause);
        }
        return Optional.empty();
    }

    private static Duration cap(int retry) {
        return FIRST_CAP.multipliedBy(1L << retry);
    }

    private Measurement judge(List<List<Duration>> pauses) {
        double shares = 0;
        double sum = 0;
        double caps = 0;
        List<String> texts = new ArrayList<>();
        for (int retry = 0; retry < RETRIES; retry++) {
            Duration cap = cap(retry);
            for (Duration pause : pauses.get(retry)) {
                shares += (double) pause.toNanos() / cap.toNanos();
                sum += pause.toNanos();
                caps += cap.toNanos();
            }
            texts.add(pauses.get(retry).stream().map(Duration::toMillis).sorted().map(String::valueOf)
                    .collect(Collectors.joining(" ", "up to " + cap.toMillis() + ": ", "")));
        }
        double mean = shares / (units * RETRIES);
        return Measurement.of(mean >= LEAST_MEAN && sum / caps >= LEAST_SUM && sum / caps <= GREATEST_SUM,
                String.format(Locale.ROOT,
                        "mean share %.2f, all together %.2f; pauses in ms, %s", mean, sum / caps,
                        String.join("; ", texts)));
    }
}
