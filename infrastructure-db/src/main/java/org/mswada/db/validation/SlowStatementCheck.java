package org.mswada.db.validation;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.service.SlowStatement;
import org.mswada.domain.storage.Operation;

/** Runs a statement that sleeps beyond the limit, and one that does not. */
final class SlowStatementCheck {
    private static final Duration BEYOND = Duration.ofMillis(150);
    private static final int QUICK_ONES = 5;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** Writing operations, for of slow reads a plan is asked on one more connection. */
    private static final Operation SLOW = Operation.write("validation.slow-statement");
    private static final Operation QUICK = Operation.write("validation.quick-statement");

    private SlowStatementCheck() {}

    static Check check(Duration limit) {
        return new Check("slow statements", "a statement of " + Within.milliseconds(limit.plus(BEYOND))
                + " is told and counted, one of 0 ms is not: the limit is " + Within.milliseconds(limit),
                "Build the service with db.slow-limit of the configuration (DatabaseServices.open).",
                SlowStatementCheck::measure);
    }

    private static Measurement measure(Bench bench) {
        Duration limit = bench.config().slowLimit();
        if (limit.compareTo(LONGEST) > 0) {
            return Measurement.impossible("db.slow-limit is " + limit.toSeconds() + " s, and this run waits for "
                    + LONGEST.toSeconds() + " s at most");
        }
        try (Trial trial = bench.openWithSlowLimit()) {
            OptionalInt quick = quick(trial, limit);
            if (quick.isEmpty()) {
                return Measurement.impossible("the database took longer than " + Within.milliseconds(limit)
                        + " for a statement of 0 ms, " + QUICK_ONES + " times in a row");
            }
            long before = trial.service().metrics().slow();
            sleep(trial, SLOW, limit.plus(BEYOND));
            long counted = trial.service().metrics().slow() - before;
            List<SlowStatement> told = told(trial, SLOW);
            double metered = trial.registry().find("mswada.db.slow").tag("operation", SLOW.name()).counters().stream()
                    .mapToDouble(Counter::count).sum();
            return Measurement.of(counted == 1 && told.size() == 1 && (int) metered == 1 && quick.getAsInt() == 0,
                    "told "
                            + told.stream().map(slow -> Within.milliseconds(slow.duration())).toList() + ", counted "
                            + counted
                            + ", mswada.db.slow " + (int) metered + ", told of the quick one " + quick.getAsInt());
        }
    }

    /** Returns how often a statement was told that was quick; empty where none is, on a machine without time to spare. */
    private static OptionalInt quick(Trial trial, Duration limit) {
        for (int one = 0; one < QUICK_ONES; one++) {
            int before = told(trial, QUICK).size();
            long begin = System.nanoTime();
            sleep(trial, QUICK, Duration.ZERO);
            if (System.nanoTime() - begin < limit.toNanos()) {
                return OptionalInt.of(told(trial, QUICK).size() - before);
            }
        }
        return OptionalInt.empty();
    }

    private static void sleep(Trial trial, Operation operation, Duration time) {
        trial.service().write(operation, session -> String.valueOf(JooqSession.sql(session)
                .fetchValue("select pg_sleep(?)", (double) time.toMillis() / 1_000)));
    }

    private static List<SlowStatement> told(Trial trial, Operation operation) {
        return trial.service().slowStatements().stream()
                .filter(slow -> slow.operation().equals(operation.name()) && slow.text().contains("pg_sleep"))
                .toList();
    }
}
