package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;

/** What {@code metrics()} says is what happened: to the units, on the wire, and in the server's own statistics. */
final class MetricsTest {
    private static final int UNITS = 10_000;
    private static final int CONTROL_UNITS = 1_000;
    private static final int POOL_SIZE = 4;
    private static final int CALLERS = 16;

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(POOL_SIZE, ExecutionLimits.DEFAULT);

    /** The fixture's own service is shut down, so that every connection left is counted here. */
    @BeforeEach
    void makeTables() throws SQLException {
        // Its workers commit too, and the server counts that.
        database.execute("alter system set autovacuum = off");
        database.execute("select pg_reload_conf()");
        database.service().close();
        database.execute("insert into note values ('taken')");
        database.execute("""
                create function conflict() returns void language plpgsql as $$
                begin raise exception 'as if a concurrent unit had won' using errcode = '40001'; end $$""");
    }

    @AfterEach
    void vacuumAgain() throws SQLException {
        database.execute("alter system reset autovacuum");
        database.execute("select pg_reload_conf()");
    }

    @Test
    void they_equal_what_the_driver_and_the_server_counted() throws Exception {
        Traffic logins = traffic(() -> {
            try (DatabaseService service = database.open()) {
                fill(service);
            }
        });
        Told told = new Told();
        Traffic all = traffic(() -> told.metrics = runUnits());

        DatabaseMetrics metrics = told.metrics;
        assertCounted(new Count(metrics.queries(), metrics.failures(), metrics.retries(), metrics.slow()),
                Mix.of(UNITS).plus(2 * POOL_SIZE));
        Traffic units = all.minus(logins);
        Figures.show("%,d units: %d failures, %d retries, %d slow; %s", UNITS, metrics.failures(), metrics.retries(),
                metrics.slow(), units);
        assertThat(units).isEqualTo(Mix.traffic(UNITS));
        assertThat(metrics.average()).isPositive();
        assertThat(metrics.p50()).isLessThanOrEqualTo(metrics.p95());
        assertThat(metrics.p95()).isLessThanOrEqualTo(metrics.p99());
    }

    /** The control: what HikariCP counts itself knows connections, and neither units nor their failures. */
    @Test
    void the_metrics_of_a_pool_alone_say_something_else() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (PlainPool plain = database.openPlain(Duration.ofSeconds(10))) {
            plain.dataSource().setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
            Calls.run(CALLERS, CONTROL_UNITS, number -> Mix.runOn(plain, number));
            long lent = registry.get("hikaricp.connections.usage").timer().count();
            long failures = (long) registry.get("hikaricp.connections.timeout").counter().count();

            assertThatThrownBy(() -> assertCounted(new Count(lent, failures, 0, 0), Mix.of(CONTROL_UNITS)))
                    .isInstanceOf(AssertionError.class);
            assertThat(lent).as("it counts retries as new units").isGreaterThan(CONTROL_UNITS);
        }
    }

    private DatabaseMetrics runUnits() throws Exception {
        try (DatabaseService service = database.open()) {
            fill(service);
            Calls.run(CALLERS, UNITS, number -> Mix.runOn(service, number));
            return service.metrics();
        }
    }

    /** Has the pools open all their connections, so that opening them costs the same in each run. */
    private static void fill(DatabaseService service) throws InterruptedException {
        CyclicBarrier allInside = new CyclicBarrier(POOL_SIZE);
        Calls reads = Calls.run(POOL_SIZE, POOL_SIZE, _ -> Mix.meet(service, allInside));
        Calls writes = Calls.run(POOL_SIZE, POOL_SIZE, _ -> Mix.meetToWrite(service, allInside));
        assertThat(reads.outcomes()).isEqualTo(writes.outcomes()).containsOnlyKeys(Calls.DONE);
    }

    private Traffic traffic(Traffic.Body body) throws Exception {
        return Traffic.during(database, body);
    }

    private static void assertCounted(Count told, Count expected) {
        assertThat(told).isEqualTo(expected);
    }

    /** What the service said in the end. */
    private static final class Told {
        private DatabaseMetrics metrics;
    }

    /** The four counters of units. */
    record Count(long queries, long failures, long retries, long slow) {
        Count plus(long queriesMore) {
            return new Count(queries + queriesMore, failures, retries, slow);
        }
    }
}
