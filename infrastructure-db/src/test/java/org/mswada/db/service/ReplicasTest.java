package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.service.HealthCheckResult.Status;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnexpectedStorageFailure;
import org.mswada.support.faultinjection.ProcessFaults;

/** Reads that leave the primary, and what callers see of it when a replica does not do well: nothing. */
final class ReplicasTest {
    private static final int POOL_SIZE = 4;
    private static final int READERS = 8;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static Replicas replicas;
    private static DatabaseService service;

    @BeforeAll
    static void start() throws SQLException {
        replicas = new Replicas();
        service = replicas.open(POOL_SIZE);
    }

    @AfterAll
    static void end() {
        service.close();
        replicas.close();
    }

    @Test
    void reads_of_calls_are_answered_by_replicas_and_all_else_by_the_primary() {
        Set<String> readers = new HashSet<>();
        for (int time = 0; time < 20; time++) {
            readers.add(Replicas.whoReads(service));
        }

        assertThat(readers).containsExactlyInAnyOrderElementsOf(Replicas.names());
        assertThat(service.<Boolean>read(Replicas.READ, session -> (Boolean) JooqSession.sql(session)
                .fetchValue("select pg_is_in_recovery()"))).as("a read of no call is one of a standby").isFalse();
        assertThat(Replicas.<Boolean>call(() -> service.snapshot(Replicas.READ,
                session -> (Boolean) JooqSession.sql(session).fetchValue("select pg_is_in_recovery()")))).isTrue();
        int written = Replicas.call(() -> service.write(Replicas.WRITE,
                session -> JooqSession.sql(session).execute("insert into note values (1)")));
        assertThat(written).isOne();
        assertThat(service.healthCheck().status()).as(service.healthCheck().issues().toString())
                .isEqualTo(Status.HEALTHY);
    }

    @Test
    void a_read_that_asks_for_the_primary_sees_what_no_replica_has_replayed_yet() throws SQLException {
        Replicas.awaitFit(service, 1, 2);
        replicas.replica(1).pauseReplay();
        replicas.replica(2).pauseReplay();
        try {
            replicas.execute("insert into note values (77)");

            assertThat(Replicas.<Integer>call(() -> notes(Replicas.READ))).as("control: of a replica").isZero();
            assertThat(Replicas.<Integer>call(() -> notes(Replicas.READ.onPrimary()))).isOne();
            assertThat(Replicas.<Integer>call(() -> {
                int _ = notes(Replicas.READ);
                return notes(Replicas.READ.onPrimary());
            })).as("of a call that has seen less").isOne();
            assertThat(Replicas.<Integer>call(() -> {
                int _ = notes(Replicas.READ.onPrimary());
                return notes(Replicas.READ);
            })).as("whatever the call reads afterwards").isOne();
        } finally {
            replicas.replica(1).resumeReplay();
            replicas.replica(2).resumeReplay();
        }
    }

    private static int notes(Operation operation) {
        return service.read(operation, session -> JooqSession.sql(session)
                .fetchCount(DSL.table("note"), DSL.condition("entry = 77")));
    }

    @Test
    void a_write_that_hides_in_a_read_is_refused_by_the_server() {
        assertThatExceptionOfType(UnexpectedStorageFailure.class).isThrownBy(() -> service.read(Replicas.READ,
                session -> JooqSession.sql(session)
                        .fetchValue("with x as (insert into note values (2) returning entry) select entry from x")))
                .withMessageContaining("read-only transaction");
    }

    @Test
    void a_replica_that_is_killed_under_its_reads_costs_no_caller_anything() throws Exception {
        Calls calls = new Calls();
        try (ProcessFaults faults = replicas.faults(replicas.replica(1));
                Calls.Running _ = calls.keep(READERS, _ -> slowRead())) {
            Await.until("both replicas are read", LIMIT, () -> calls.count() > 50);
            faults.kill();
            Duration out = Await.until("it is out", LIMIT, () -> !Replicas.isFit(service, 1));
            HealthCheckResult health = service.healthCheck();
            assertThat(health.status()).isEqualTo(Status.DEGRADED);
            assertThat(health.issues().toString()).contains("replica-1 does not answer");
            int before = calls.count();
            Await.until("reads go on", LIMIT, () -> calls.count() > before + 50);
            faults.restart();
            Duration back = Await.until("it is back", LIMIT, () -> Replicas.isFit(service, 1));
            Await.until("it is read", LIMIT, () -> Replicas.whoReads(service).equals("replica-1"));
            Figures.show("a killed replica was out after %d ms, back %d ms after it accepted, %s, %d re-routed",
                    out.toMillis(), back.toMillis(), calls, service.metrics().rerouted());
        }
        assertThat(calls.outcomes()).isEqualTo(Map.of(Calls.DONE, calls.count()));
        assertThat(service.metrics().rerouted()).isPositive();
    }

    private static void slowRead() {
        Replicas.call(() -> service.read(Replicas.READ,
                session -> JooqSession.sql(session).fetchValue("select pg_sleep(0.02)")));
    }
}
