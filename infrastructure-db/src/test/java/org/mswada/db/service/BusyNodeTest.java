package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.support.faultinjection.Direction;
import org.mswada.support.faultinjection.Fault;

/** A server that is too busy to answer its probe: as long as it answers those who work with it, they lose nothing. */
final class BusyNodeTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final int POOL_SIZE = 8;
    private static final int CALLERS = 4;
    /** Longer than an answer and the check after it may take together. */
    private static final Duration BUSY = Duration.ofMillis(900);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(POOL_SIZE, ExecutionLimits.DEFAULT);

    @Test
    void units_that_are_answered_meanwhile_are_left_alone() throws Exception {
        Calls reads = new Calls();
        Calls writes = new Calls();
        try (Calls.Running _ = reads.keep(CALLERS, _ -> read());
                Calls.Running _ = writes.keep(CALLERS, number -> write(number))) {
            Await.until("they are under way", LIMIT, () -> writes.count() > CALLERS && wasProbed());
            database.probeProxy().inject(Fault.hold(Direction.TO_CLIENT).lasting(BUSY).now().always());
            int before = writes.count();
            Await.untilOver(BUSY.multipliedBy(2));
            assertThat(writes.count()).isGreaterThan(before);
        }
        assertThat(reads.outcomes()).isEqualTo(Map.of(Calls.DONE, reads.count()));
        assertThat(writes.outcomes()).isEqualTo(Map.of(Calls.DONE, writes.count()));
        assertThat(calledAway()).isZero();
        assertThat(database.count("note")).isEqualTo(writes.count());
    }

    /** The control: where nobody is answered, the same silence says that it is away. */
    @Test
    void the_same_silence_says_that_it_is_away_where_nobody_is_answered() {
        Await.until("it was probed", LIMIT, this::wasProbed);

        database.probeProxy().inject(Fault.hold(Direction.TO_CLIENT).lasting(BUSY).now().always());

        Await.until("it is called away", LIMIT, () -> calledAway() > 0);
        Await.until("it is back", LIMIT, this::wasProbed);
    }

    /** A way on which only the probe is lost for good is no way that anybody should rely on. */
    @Test
    void a_probe_that_is_never_answered_again_calls_it_away_after_all() {
        Calls reads = new Calls();
        try (Calls.Running _ = reads.keep(CALLERS, _ -> read())) {
            Await.until("they are under way", LIMIT, () -> reads.count() > CALLERS && wasProbed());

            database.probeProxy().inject(Fault.hold(Direction.TO_CLIENT).now().always());

            Await.until("it is called away", LIMIT, () -> calledAway() > 0);
        }
    }

    private boolean wasProbed() {
        return database.service().healthCheck().servers().getFirst().status().reachable();
    }

    private long calledAway() {
        return database.service().healthCheck().servers().getFirst().read().history().stream()
                .filter(event -> event.what().contains("does not answer")).count();
    }

    private void read() {
        Object _ = database.service().read(READ, session -> JooqSession.sql(session).fetchValue("select 1"));
    }

    private void write(int number) {
        int _ = database.service().writeSingle(WRITE,
                session -> JooqSession.sql(session).execute("insert into note values (?)", "note " + number));
    }
}
