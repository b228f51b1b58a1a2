package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.db.connection.TlsConfig;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.support.faultinjection.ProcessFaults;
import org.mswada.support.testdatabase.TlsCertificates;

/** A server whose processes stand still, without a word, reached with TLS: who is stuck on it comes back, and with what. */
final class FrozenNodesTest {
    private static final int POOL_SIZE = 8;
    private static final int READERS = 12;
    private static final int WRITERS = 3;
    private static final int BUSY = 2 * Runtime.getRuntime().availableProcessors();
    private static final double A_WHILE = 0.5;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration READ_TIME = Duration.ofSeconds(4);
    private static final Duration WRITE_TIME = Duration.ofSeconds(6);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(1);
    private static final Duration BUSY_FOR = Duration.ofSeconds(5);
    private static final Duration BUSY_FOR_LONG = Duration.ofMinutes(5);

    private static Replicas replicas;
    private static DatabaseService service;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        TlsCertificates.Signed own = TlsCertificates.in(folder).sign("server", "localhost", "localhost");
        replicas = new Replicas(Map.of("ssl", "on", "ssl_cert_file", own.certificate().toString(), "ssl_key_file",
                own.pemKey().toString()), new TlsConfig(TlsConfig.Mode.REQUIRE, null, null, null, null));
        service = replicas.open(POOL_SIZE);
    }

    @AfterAll
    static void end() {
        service.close();
        replicas.close();
    }

    /** Each read takes a while, so that the server is frozen in its middle. */
    @Test
    void reads_that_are_stuck_on_a_replica_are_answered_by_another_within_their_deadline() throws Exception {
        Replicas.awaitFit(service, 1, 2);
        long before = service.metrics().rerouted();
        try (ProcessFaults faults = replicas.faults(replicas.replica(1))) {
            Calls reads = new Calls();
            Duration noticed;
            try (Calls.Running _ = reads.keep(READERS, _ -> readForAWhile())) {
                Await.until("it is read", LIMIT,
                        () -> service.healthCheck().servers().get(1).read().use().active() > 2);
                long begin = System.nanoTime();
                faults.freeze();
                Await.until("it is noticed", LIMIT, () -> !Replicas.isFit(service, 1));
                noticed = Duration.ofNanos(System.nanoTime() - begin);
                Await.until("reads go on", LIMIT, () -> reads.count() > 3 * READERS);
            }
            long rerouted = service.metrics().rerouted() - before;
            Figures.show("a frozen replica was noticed after %d ms; %d stuck reads re-run, %s, the longest %d ms",
                    noticed.toMillis(), rerouted, reads, reads.percentile(1).toMillis());
            assertThat(noticed).isLessThan(NOTICED_WITHIN);
            assertThat(rerouted).isPositive();
            assertThat(reads.outcomes()).isEqualTo(Map.of(Calls.DONE, reads.count()));
        }
        Replicas.awaitFit(service, 1, 2);
    }

    /** Transactions had not come to COMMIT: nothing is stored. What is its own COMMIT was sent: nobody knows. */
    @Test
    void writes_that_are_stuck_on_the_primary_end_with_what_is_known_of_them() throws Exception {
        Replicas.awaitFit(service, 1, 2);
        Calls transactions = new Calls();
        Calls singles = new Calls();
        try (ProcessFaults faults = replicas.faults(replicas.cluster().primary())) {
            List<Thread> threads = IntStream.range(0, WRITERS).boxed().flatMap(number -> Stream.of(
                    Thread.startVirtualThread(() -> transactions.once(() -> write(false, 100 + number))),
                    Thread.startVirtualThread(() -> singles.once(() -> write(true, 200 + number))))).toList();
            Await.until("they are under way", LIMIT,
                    () -> service.healthCheck().servers().getFirst().write().use().active() == 2 * WRITERS);
            long begin = System.nanoTime();
            faults.freeze();
            Await.until("it is noticed", LIMIT,
                    () -> !service.healthCheck().servers().getFirst().status().reachable());
            Duration noticed = Duration.ofNanos(System.nanoTime() - begin);
            for (Thread thread : threads) {
                thread.join();
            }
            Figures.show(
                    "a frozen primary was noticed after %d ms; transactions %s, single writes %s, after at most %d ms",
                    noticed.toMillis(), transactions, singles, Duration.ofNanos(System.nanoTime() - begin).toMillis());
            assertThat(noticed).isLessThan(NOTICED_WITHIN);
        }
        assertThat(transactions.outcomes()).isEqualTo(Map.of("StorageUnavailable", WRITERS));
        assertThat(singles.outcomes()).isEqualTo(Map.of("OutcomeUnknown", WRITERS));
        Await.until("writes are possible again", LIMIT,
                () -> service.healthCheck().servers().getFirst().status().isWriter());
        assertThat(Replicas.number(replicas.cluster().primary(),
                "select count(*) from note where entry between 100 and 199")).as("told as not stored").isZero();
    }

    @Test
    void a_machine_that_is_busy_raises_no_false_alarm() throws Exception {
        assertNoFalseAlarm(BUSY_FOR);
    }

    @Test
    @Tag("soak")
    void a_machine_that_is_busy_for_five_minutes_raises_no_false_alarm() throws Exception {
        assertNoFalseAlarm(BUSY_FOR_LONG);
    }

    private static void assertNoFalseAlarm(Duration time) throws Exception {
        Replicas.awaitFit(service, 1, 2);
        long alarmsBefore = alarms();
        long end = System.nanoTime() + time.toNanos();
        Calls calls = new Calls();
        List<Thread> busy = IntStream.range(0, BUSY).mapToObj(_ -> Thread.ofPlatform().daemon().start(() -> {
            while (System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
        })).toList();
        try (Calls.Running _ = calls.keep(READERS, number -> read(number % 2 == 0 ? 0 : A_WHILE));
                Calls.Running _ = calls.keep(WRITERS, number -> write(number % 2 == 0, 300))) {
            for (Thread thread : busy) {
                thread.join();
            }
        }
        Figures.show("%d s with %d busy loops: %d false alarms, %s, p99 %d ms", time.toSeconds(), BUSY,
                alarms() - alarmsBefore, calls, calls.percentile(0.99).toMillis());
        assertThat(alarms() - alarmsBefore).as(service.healthCheck().servers().toString()).isZero();
        assertThat(calls.outcomes()).isEqualTo(Map.of(Calls.DONE, calls.count()));
    }

    private static long alarms() {
        return service.healthCheck().servers().stream().flatMap(server -> server.read().history().stream())
                .filter(event -> event.what().contains("does not answer")).count();
    }

    private static void readForAWhile() {
        read(A_WHILE);
    }

    private static void read(double seconds) {
        Object _ = new CallContext(Deadline.in(READ_TIME), null).call(() -> service.read(Replicas.READ,
                session -> JooqSession.sql(session).fetchValue("select pg_sleep(?)::text", seconds)));
    }

    private static void write(boolean single, int entry) {
        String slow = "insert into note select ? from pg_sleep(" + (entry < 300 ? "30" : "0") + ")";
        int _ = new CallContext(Deadline.in(WRITE_TIME), null).call(() -> single
                ? service.writeSingle(Replicas.WRITE, session -> JooqSession.sql(session).execute(slow, entry))
                : service.write(Replicas.WRITE, session -> JooqSession.sql(session).execute(slow, entry)));
    }
}
