package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.faultinjection.Moment;
import org.mswada.support.testdatabase.TestDatabase;

/** The server answers, and lets no more connections in: another trouble than a server that is sick. */
final class AcquisitionBreakerTest {
    private static final Operation READ = Operation.read("test.read");
    private static final AtomicInteger ROLES = new AtomicInteger();
    private static final String PASSWORD = "guest";
    private static final int POOL_SIZE = 4;
    private static final int CALLERS = 8;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration BACK_OFF_OF_HIKARI = Duration.ofSeconds(7);
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final Duration OF_THE_POOL_ALONE = SOON.plusMillis(100);
    private static final int SOME = 10;

    /** Roles are of the whole server: those of tests that run at once must not meet. */
    private final String role = "guest_" + ProcessHandle.current().pid() + "_" + ROLES.incrementAndGet();

    @RegisterExtension
    private final TestDatabase database = TestDatabase.emptyPerTest();

    @BeforeEach
    void makeRole() throws SQLException {
        execute("create role " + role + " login password '" + PASSWORD + "'");
    }

    @AfterEach
    void dropRole() throws SQLException {
        execute("drop role " + role);
    }

    @Test
    void where_none_can_be_opened_callers_hear_why_and_soon_and_the_circuit_does_not_open() throws Exception {
        whereNoneCanBeOpened(20);
    }

    /** So long that the pool's own pauses between two attempts have grown to their longest. */
    @Test
    @Tag("soak")
    void where_none_can_be_opened_for_long_callers_succeed_again_as_soon() throws Exception {
        whereNoneCanBeOpened(200);
    }

    private void whereNoneCanBeOpened(int calls) throws Exception {
        execute("alter role " + role + " connection limit 0");
        try (DatabaseService service = open()) {
            Await.until("the breaker opens", SOON,
                    () -> !succeeds(service) && health(service).issues().toString().contains("too many"));
            Queue<String> told = new ConcurrentLinkedQueue<>();
            Calls refused = Calls.run(POOL_SIZE, calls, _ -> told.add(refusal(service)));
            assertThat(told).hasSize(calls)
                    .allSatisfy(why -> assertThat(why).contains("too many connections for role").contains("Mend"));
            assertThat(refused.percentile(1)).isLessThan(SOON);
            assertThat(health(service).circuit()).isEqualTo(CircuitState.CLOSED);
            assertThat(health(service).status()).isEqualTo(HealthCheckResult.Status.UNHEALTHY);

            execute("alter role " + role + " connection limit -1");
            Await.until("callers succeed again", BACK_OFF_OF_HIKARI, () -> succeeds(service));
            assertThat(health(service).status()).isEqualTo(HealthCheckResult.Status.HEALTHY);
        }
    }

    @Test
    void those_that_are_open_serve_on_and_health_says_what_is_wrong() throws Exception {
        execute("alter role " + role + " connection limit 2");
        try (DatabaseService service = open()) {
            AtomicInteger failed = new AtomicInteger();
            AtomicInteger served = new AtomicInteger();
            try (Calls.Running _ = new Calls().keep(CALLERS, _ -> {
                try {
                    ask(service, "select pg_sleep(0.3)");
                    served.incrementAndGet();
                } catch (StorageException e) {
                    failed.incrementAndGet();
                }
            })) {
                Await.until("the breaker opens", SOON,
                        () -> health(service).issues().toString().contains("2 are open and serve on"));
                int before = served.get();
                Await.until("those that are open serve on", A_WHILE.multipliedBy(2),
                        () -> served.get() > before + SOME);
                assertThat(health(service).status()).isEqualTo(HealthCheckResult.Status.DEGRADED);
                assertThat(health(service).circuit()).isEqualTo(CircuitState.CLOSED);
            }
            assertThat(failed).hasValue(0);
        }
    }

    /** The probe reaches the server by another way and says so again and again. */
    @Test
    void a_way_that_only_the_probe_can_go_is_not_tried_without_a_pause() throws Exception {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        execute("alter role " + role + " connection limit -1");
        try (FaultProxy callersWay = FaultProxy.before(address.getHost(), address.getPort());
                DatabaseService service = open(callersWay.jdbcUrl(address.getPath().substring(1)))) {
            assertThat(succeeds(service)).isTrue();
            callersWay.inject(Fault.reset().when(Moment.CONNECT).always());
            callersWay.inject(Fault.reset().now());
            long before = callersWay.counters().connections();
            try (Calls.Running _ = new Calls().keep(CALLERS, _ -> succeeds(service))) {
                LockSupport.parkNanos(A_WHILE.toNanos());
            }
            assertThat(callersWay.counters().connections() - before).isLessThan(50);
        }
    }

    /** The control: HikariCP alone keeps its callers for all the time that they may wait. */
    @Test
    void a_pool_alone_lets_its_callers_wait_to_the_end() throws Exception {
        execute("alter role " + role + " connection limit 0");
        try (PlainPool plain = new PlainPool(database.jdbcUrl(), role, PASSWORD, POOL_SIZE, OF_THE_POOL_ALONE)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> plain.single("select 1")).isInstanceOf(SQLTransientConnectionException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SOON);
        }
    }

    private DatabaseService open() {
        return open(database.jdbcUrl());
    }

    private DatabaseService open(String callersUrl) {
        return ServiceParts.open(
                ServiceParts.config(callersUrl, role, PASSWORD, POOL_SIZE, Duration.ofMinutes(1)),
                ServiceParts.config(database.jdbcUrl(), database.user(), database.password(), 1,
                        Duration.ofMinutes(1)),
                ExecutionLimits.DEFAULT);
    }

    private static HealthCheckResult health(DatabaseService service) {
        return service.healthCheck();
    }

    private static void ask(DatabaseService service, String sql) {
        service.read(READ, session -> JooqSession.sql(session).fetch(sql));
    }

    private static String refusal(DatabaseService service) {
        try {
            ask(service, "select 1");
            return "it succeeded";
        } catch (StorageUnavailable refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static boolean succeeds(DatabaseService service) {
        try {
            ask(service, "select 1");
            return true;
        } catch (StorageException notYet) {
            return false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
