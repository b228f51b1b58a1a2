package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mswada.db.execution.JooqSession;
import org.mswada.support.embeddedpostgres.ReplicatedServer;
import org.mswada.support.faultinjection.ProcessFaults;

/** The primary dies and a standby is promoted: writes follow it without a restart, and never go back to the old one. */
final class FailoverOfServiceTest {
    private static final int POOL_SIZE = 4;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(2);

    @Test
    void writes_and_reads_follow_the_promoted_standby_and_leave_the_old_primary_alone() throws Exception {
        try (Replicas replicas = new Replicas();
                DatabaseService service = replicas.open(POOL_SIZE);
                ProcessFaults faults = replicas.faults(replicas.cluster().primary())) {
            ReplicatedServer old = replicas.cluster().primary();
            ReplicatedServer promoted = replicas.replica(1);
            // Else what was acknowledged a moment before may be lost with the old primary.
            old.synchronousStandbys(promoted);
            AtomicLong lastWritten = new AtomicLong();
            Calls writes = new Calls();
            Calls reads = new Calls();
            long written;
            try (Calls.Running _ = writes.keep(4, number -> write(service, number, lastWritten));
                    Calls.Running _ = reads.keep(8, _ -> Replicas.whoReads(service))) {
                Await.until("all is under load", LIMIT, () -> writes.count() > 50 && reads.count() > 50);
                faults.kill();
                Await.until("the primary is missed", LIMIT,
                        () -> service.healthCheck().issues().toString().contains("Nothing can be written"));
                promoted.promote();
                long begin = System.nanoTime();
                Await.until("writes follow", LIMIT, () -> lastWritten.get() - begin > 0);
                Duration followed = Duration.ofNanos(lastWritten.get() - begin);
                assertThat(service.healthCheck().servers().get(1).status().isWriter()).isTrue();
                // It may have more of the old primary than the new one ever had.
                replicas.replica(2).rebuildFrom(promoted);
                Replicas.awaitFit(service, 2);
                faults.restart();
                Await.until("the old primary is seen", LIMIT,
                        () -> service.healthCheck().issues().toString().contains("writes there are lost"));
                written = Replicas.number(old, "select count(*) from note");
                int before = writes.count(Calls.DONE);
                Await.until("writes go on", LIMIT, () -> writes.count(Calls.DONE) > before + 100);
                Figures.show("writes followed %d ms after the promotion; writes %s, reads %s", followed.toMillis(),
                        writes, reads);
                assertThat(followed).isLessThan(FOLLOWS_WITHIN);
            }
            assertThat(Replicas.number(old, "select count(*) from note")).as("on the old primary").isEqualTo(written);
            assertThat(reads.outcomes().keySet()).as("reads go on, on the replicas").isEqualTo(Set.of(Calls.DONE));
            assertThat(writes.outcomes().keySet()).isSubsetOf(Calls.DONE, "StorageUnavailable", "OutcomeUnknown");
            assertThat(Replicas.number(promoted, "select count(distinct entry) from note")).as("kept")
                    .isGreaterThanOrEqualTo(writes.count(Calls.DONE));
        }
    }

    private static void write(DatabaseService service, int number, AtomicLong lastWritten) {
        Replicas.call(() -> {
            int _ = service.write(Replicas.WRITE,
                    session -> JooqSession.sql(session).execute("insert into note values (?)", number));
            // What this call has written it must see, wherever the primary is.
            assertThat(service.<Object>read(Replicas.READ,
                    session -> JooqSession.sql(session).fetchValue("select max(entry) from note where entry = ?",
                            number)))
                    .isEqualTo(number);
            return true;
        });
        lastWritten.set(System.nanoTime());
    }
}
