package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.MonitoredPool;
import org.mswada.db.connection.TlsConfig;
import org.mswada.db.execution.JooqSession;
import org.mswada.support.embeddedpostgres.ReplicatedServer;
import org.mswada.support.faultinjection.HeldConnections;
import org.mswada.support.faultinjection.ProcessFaults;
import org.mswada.support.faultinjection.ServerFaults;

/** What can become of a replica under 32 callers, none of whom notices: it is out soon, and back soon after it is fit. */
final class ReplicaFaultsTest {
    private static final int POOL_SIZE = 8;
    private static final int NUMBER = 1;
    private static final String NAME = "replica-1";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** From when the probe has noticed on. */
    private static final Duration OUT_WITHIN = Duration.ofSeconds(1);
    /** From when it is fit on. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);
    private static final int BEYOND_THE_LAG_LIMIT = 20;
    private static final int LOCKS = 15;
    private static final int READERS_BESIDE = 8;
    private static final int READS_BESIDE = 500;

    private static Replicas replicas;
    private static DatabaseService service;

    @BeforeAll
    static void start() throws SQLException {
        // A standby that must choose cancels reads at once.
        replicas = new Replicas(Map.of("max_standby_streaming_delay", "0"), TlsConfig.NONE);
        service = replicas.open(POOL_SIZE);
    }

    @AfterAll
    static void end() {
        service.close();
        replicas.close();
    }

    @BeforeEach
    void allAreFit() {
        Replicas.awaitFit(service, 1, 2);
    }

    @Test
    @Tag("soak")
    void killed() throws Exception {
        try (ProcessFaults faults = replicas.faults(replica())) {
            outAndBack("killed", faults::kill, "does not answer", faults::restart);
        }
    }

    @Test
    @Tag("soak")
    void frozen() throws Exception {
        try (ProcessFaults faults = replicas.faults(replica())) {
            outAndBack("frozen", faults::freeze, "does not answer", faults::thaw);
        }
    }

    @Test
    @Tag("soak")
    void lagging_by_more_than_16_MB() throws Exception {
        outAndBack("lagging", () -> {
            replica().pauseReplay();
            for (int megabyte = 0; megabyte < BEYOND_THE_LAG_LIMIT; megabyte++) {
                replicas.execute("select pg_logical_emit_message(false, 'test', repeat('x', 1000000))");
            }
        }, "lags by", replica()::resumeReplay);
    }

    @Test
    void promoted_by_mistake() throws Exception {
        long before = Replicas.number(replica(), "select count(*) from note");
        Calls writes = new Calls();
        try (Calls.Running _ = writes.keep(2, _ -> write())) {
            outAndBack("promoted by mistake", replica()::promote, "accepts writes", () -> {
                assertThat(service.healthCheck().issues().toString())
                        .contains("If it was promoted by mistake, stop it");
                int done = writes.count();
                Await.until("writes go on", LIMIT, () -> writes.count() > done + 10);
                replicas.execute("insert into note values (3)");
                assertThat(Replicas.number(replica(), "select count(*) from note where entry = 3"))
                        .as("it is on its own").isZero();
                long there = Replicas.number(replica(), "select count(*) from note");
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                assertThat(Replicas.number(replica(), "select count(*) from note")).as("written to it")
                        .isEqualTo(there).isGreaterThanOrEqualTo(before);
                replica().rebuildFrom(replicas.cluster().primary());
            });
        }
        assertThat(writes.outcomes()).isEqualTo(Map.of(Calls.DONE, writes.count()));
        assertThat(Replicas.number(replicas.cluster().primary(), "select count(*) from note where entry = 4"))
                .as("all writes are on the primary").isEqualTo(writes.count());
    }

    @Test
    @Tag("soak")
    void restarted_in_good_order() {
        try (ReadLoad load = new ReadLoad(service, "replica-1", "replica-2")) {
            replica().restart();
            Await.until("it is fit", LIMIT, () -> Replicas.isFit(service, NUMBER));
            Duration back = load.awaitAnswer(NAME, LIMIT);
            Figures.show("a restarted replica was read %d ms after it was fit, %s", back.toMillis(), load.calls());
            assertThat(back).isLessThan(BACK_WITHIN);
            load.stop();
            assertNobodyNoticed(load);
        }
    }

    @Test
    void reads_that_it_cancels_for_its_replay() throws Exception {
        long before = service.metrics().rerouted();
        try (ReadLoad load = new ReadLoad(service, "replica-1", "replica-2")) {
            for (int lock = 0; lock < LOCKS; lock++) {
                replicas.execute("begin; lock table note in access exclusive mode; commit");
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            load.goOn();
            load.stop();
            assertNobodyNoticed(load);
        }
        long rerouted = service.metrics().rerouted() - before;
        Figures.show("%d locks replayed: %d reads re-routed", LOCKS, rerouted);
        assertThat(rerouted).isPositive();
        assertThat(service.healthCheck().servers().get(NUMBER).read().circuit()).isEqualTo(CircuitState.CLOSED);
    }

    /** Before our pool has one, though the probe has. */
    @Test
    void its_connection_slots_are_used_up() throws Exception {
        try (DatabaseService other = replicas.open(POOL_SIZE); ServerFaults faults = Replicas.serverFaults(replica())) {
            ReadLoad load;
            try (HeldConnections _ = faults.exhaustConnections()) {
                load = new ReadLoad(other, "replica-2");
                load.goOn();
                assertThat(other.healthCheck().issues().toString())
                        .contains(NAME + ", connections to read: none can be "
                                + "opened");
                Calls during = new Calls();
                try (Calls.Running _ = during.keep(READERS_BESIDE, _ -> Replicas.whoReads(other))) {
                    Await.until("many have read", LIMIT, () -> during.count() > READS_BESIDE);
                }
                Figures.show("slots used up: p50 %d ms, p99 %d ms", during.percentile(0.5).toMillis(),
                        during.percentile(0.99).toMillis());
                assertThat(during.outcomes()).isEqualTo(Map.of(Calls.DONE, during.count()));
                assertThat(during.percentile(0.99)).as("nobody waits for what it has not").isLessThan(
                        MonitoredPool.ACQUIRE_SLICE);
            }
            Duration back = load.awaitAnswer(NAME, LIMIT);
            load.stop();
            Figures.show("slots free again: read %d ms later, %s", back.toMillis(), load.calls());
            assertNobodyNoticed(load);
            assertThat(back).isLessThan(BACK_WITHIN);
        }
    }

    private static void outAndBack(String what, Step breaks, String words, Step mends) throws Exception {
        try (ReadLoad load = new ReadLoad(service, "replica-1", "replica-2")) {
            long begin = System.nanoTime();
            breaks.run();
            Await.until("it is noticed", LIMIT, () -> !Replicas.isFit(service, NUMBER));
            long noticed = System.nanoTime();
            load.goOn();
            assertThat(service.healthCheck().issues().toString()).contains(words);
            assertThat(service.healthCheck().status()).isEqualTo(HealthCheckResult.Status.DEGRADED);
            Duration out = load.answeredAfter(NAME, noticed);
            Duration outOfFault = load.answeredAfter(NAME, begin);
            mends.run();
            Await.until("it is fit: " + service.healthCheck().issues(), LIMIT, () -> Replicas.isFit(service, NUMBER));
            Duration back = load.awaitAnswer(NAME, LIMIT);
            load.stop();
            Figures.show("%s: noticed %d ms after it began, last answer %d ms after that (%d ms after it began), "
                    + "read again %d ms after it was fit, %s", what, Duration.ofNanos(noticed - begin).toMillis(),
                    out.toMillis(), outOfFault.toMillis(), back.toMillis(), load.calls());
            assertNobodyNoticed(load);
            assertThat(out).isLessThan(OUT_WITHIN);
            assertThat(back).isLessThan(BACK_WITHIN);
        }
    }

    private static void assertNobodyNoticed(ReadLoad load) {
        assertThat(load.calls().outcomes()).isEqualTo(Map.of(Calls.DONE, load.calls().count()));
    }

    private static void write() {
        int _ = service.write(Replicas.WRITE,
                session -> JooqSession.sql(session).execute("insert into note values (4)"));
    }

    private static ReplicatedServer replica() {
        return replicas.replica(NUMBER);
    }

    /** A step of a test. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
