package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
import org.mswada.db.connection.Pools;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;

/** Reads that take all they can get, and the throughput of writes beside them. */
final class SlowReadsTest {
    private static final Operation READ = Operation.read("test.slow-read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final int CONNECTIONS = 10;
    private static final int READERS = 30;
    private static final int WRITERS = 8;
    private static final String SLOW = "select pg_sleep(0.1)";
    private static final String QUICK = "select pg_sleep(0.01)";
    private static final Duration MEASURED = Duration.ofMillis(300);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int ROUNDS = 4;
    private static final int WARM = 100;
    private static final double LEAST = 0.8;

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(CONNECTIONS, ExecutionLimits.DEFAULT);

    @Test
    void slow_reads_that_take_all_connections_leave_writes_their_throughput() throws Exception {
        DatabaseConfig one = database.directly();
        DatabaseConfig shared = new DatabaseConfig(one.url(), List.of(), one.user(), one.password(),
                Pools.sharing(PoolConfig.of(CONNECTIONS, CONNECTIONS)), one.timeouts(), one.tls(), one.slowLimit());
        try (DatabaseService service = DatabaseServices.open(shared, ExecutionLimits.DEFAULT, one.slowLimit(),
                new SimpleMeterRegistry())) {
            assertThat(share("with pools of their own",
                    _ -> service.read(READ, session -> JooqSession.sql(session).fetchValue(SLOW)),
                    _ -> service.write(WRITE, session -> JooqSession.sql(session).fetchValue(QUICK))))
                    .isGreaterThanOrEqualTo(LEAST);
        }
    }

    /** The control. */
    @Test
    void in_one_pool_for_both_writes_lose_most_of_it() throws Exception {
        try (PlainPool plain = database.openPlain(Duration.ofSeconds(10))) {
            assertThat(share("in one pool", _ -> plain.single(SLOW), _ -> plain.single(QUICK))).isLessThan(LEAST);
        }
    }

    /** Returns the throughput of writes beside slow reads, where theirs alone is 1. */
    private static double share(String how, Calls.Call slowRead, Calls.Call write) throws Exception {
        Calls writes = new Calls();
        int alone = 0;
        int beside = 0;
        try (Calls.Running _ = writes.keep(WRITERS, write)) {
            Await.until("all connections for them are open", LIMIT, () -> writes.count() > WARM);
            for (int round = 0; round < ROUNDS; round++) {
                alone += during(writes);
                try (Calls.Running _ = new Calls().keep(READERS, slowRead)) {
                    LockSupport.parkNanos(MEASURED.toNanos());
                    beside += during(writes);
                }
            }
        }
        Figures.show("writes beside slow reads, %s: %d, alone %d", how, beside, alone);
        assertThat(writes.outcomes()).containsOnlyKeys(Calls.DONE);
        return (double) beside / alone;
    }

    private static int during(Calls writes) {
        int before = writes.count();
        LockSupport.parkNanos(MEASURED.toNanos());
        return writes.count() - before;
    }
}
