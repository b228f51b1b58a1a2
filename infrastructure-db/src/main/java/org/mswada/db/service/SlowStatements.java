package org.mswada.db.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.StatementListener;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports statements that took longer than they should, and remembers the slowest. Safe for use by many threads. */
public final class SlowStatements implements StatementListener {
    /** How many of the slowest are remembered. */
    public static final int REMEMBERED = 20;
    private static final Logger LOGGER = LoggerFactory.getLogger(SlowStatements.class);

    private final Duration limit;
    private final long limitNanos;
    private final DatabaseMeters meters;
    private final InstantSource clock;
    private final Consumer<SlowStatement> reads;
    private final PriorityQueue<SlowStatement> slowest = new PriorityQueue<>(
            Comparator.comparing(SlowStatement::duration));

    /**
     * Reports what takes at least {@code limit}, except for operations with a limit of their own.
     *
     * @param reads told of the slow statements that only read
     */
    public SlowStatements(Duration limit, DatabaseMeters meters, InstantSource clock, Consumer<SlowStatement> reads) {
        this.limit = limit;
        this.limitNanos = limit.toNanos();
        this.meters = meters;
        this.clock = clock;
        this.reads = reads;
    }

    @Override
    public void executed(Operation operation, String node, String text, long nanos, long rows) {
        Duration own = operation.slowLimit();
        if (nanos >= (own == null ? limitNanos : own.toNanos())) {
            report(operation, new SlowStatement(operation.name(), node, text, Duration.ofNanos(nanos), rows,
                    clock.instant()));
        }
    }

    private void report(Operation operation, SlowStatement statement) {
        meters.slow(operation);
        LOGGER.atWarn().setMessage("slow statement").addKeyValue("operation", statement.operation())
                .addKeyValue("milliseconds", statement.duration().toMillis()).addKeyValue("rows", statement.rows())
                .addKeyValue("node", statement.node()).addKeyValue("sql", statement.text())
                .addKeyValue("trace", CallContext.current().map(CallContext::traceId).orElse("")).log();
        synchronized (slowest) {
            slowest.add(statement);
            if (slowest.size() > REMEMBERED) {
                slowest.poll();
            }
        }
        if (operation.access() == Operation.Access.READ) {
            reads.accept(statement);
        }
    }

    /** Returns the slowest statements, the slowest first. */
    public List<SlowStatement> slowest() {
        synchronized (slowest) {
            return slowest.stream().sorted(Comparator.comparing(SlowStatement::duration).reversed()).toList();
        }
    }

    @Override
    public String toString() {
        return "SlowStatements(from " + limit + ")";
    }
}
