package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.ServerPools;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.ClusterLimits;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.NodeProbe;
import org.mswada.domain.storage.Operation;

/** New connections for old ones again and again, under units that notice nothing of it. Alone, for it counts all threads. */
@Isolated
final class GenerationsTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final int POOL_SIZE = 3;
    private static final int CALLERS = 12;
    private static final int SWAPS = 30;
    private static final int MANY_SWAPS = 1_000;
    private static final Duration BETWEEN_SWAPS = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long BYTES_LEFT = 8 << 20;

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(POOL_SIZE, ExecutionLimits.DEFAULT);

    private ConnectionManager connections;
    private ServerPools pools;
    private DatabaseService service;

    /** As {@link DatabaseServices} does, but for the pools, which the test gets hold of. */
    @BeforeEach
    void open() {
        database.service().close();
        DatabaseConfig config = database.directly();
        DatabaseMeters meters = new DatabaseMeters(new SimpleMeterRegistry());
        ClusterView view = new ClusterView(config.serverNames(), ClusterLimits.DEFAULT, System::nanoTime);
        SlowStatements slow = new SlowStatements(config.slowLimit(), meters, InstantSource.system(),
                nobodyPlans -> {});
        connections = new ConnectionManager(config);
        pools = connections.servers().getFirst();
        ServerProbes probes = new ServerProbes();
        UnitRunner runner = new UnitRunner(connections, view, probes::wake, ExecutionLimits.DEFAULT, meters, slow);
        probes.start(new NodeProbe("primary", Connections.probing(config), pools.signsOfLife(),
                new ServerWatch(0, pools, view, runner)));
        service = new PooledDatabaseService(runner, connections, view, probes, meters, slow);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void thirty_swaps_under_load_fail_no_unit_and_leave_nothing() throws Exception {
        swap(SWAPS);
    }

    @Test
    @Tag("soak")
    void a_thousand_swaps_under_load_fail_no_unit_and_leave_nothing() throws Exception {
        swap(MANY_SWAPS);
    }

    private void swap(int times) throws Exception {
        Calls calls = new Calls();
        int threads;
        long heap;
        try (Calls.Running _ = calls.keep(CALLERS, this::unit)) {
            swapUnderWay(SWAPS, calls);
            threads = ManagementFactory.getThreadMXBean().getThreadCount();
            heap = used();
            swapUnderWay(times, calls);
        }
        Await.until("all older generations are closed", LIMIT, () -> connections.use().total() <= 2 * POOL_SIZE
                && connections.use().active() == 0 && backends() <= 2 * POOL_SIZE);
        Await.until("their threads have ended", LIMIT,
                () -> ManagementFactory.getThreadMXBean().getThreadCount() <= threads);
        Figures.show("%d swaps: %s; %d connections, %d threads (%d before), heap %+,d kB", times, calls, backends(),
                ManagementFactory.getThreadMXBean().getThreadCount(), threads, (used() - heap) / 1_024);
        assertThat(calls.outcomes()).isEqualTo(Map.of(Calls.DONE, calls.count()));
        assertThat(service.metrics().retries()).as("units were only run again").isZero();
        assertThat(used() - heap).isLessThan(BYTES_LEFT);
        assertThat(pools.read().generations()).isEqualTo(1 + SWAPS + times);
    }

    private void swapUnderWay(int times, Calls calls) {
        for (int time = 0; time < times; time++) {
            int before = calls.count();
            pools.renew(false, "the test says so");
            LockSupport.parkNanos(BETWEEN_SWAPS.toNanos());
            Await.until("units go on", LIMIT, () -> calls.count() > before);
        }
    }

    private void unit(int number) {
        if (number % 2 == 0) {
            service.read(READ, session -> JooqSession.sql(session).fetchValue("select pg_sleep(0.002)"));
        } else {
            service.write(WRITE, session -> JooqSession.sql(session).execute("select pg_sleep(0.002)"));
        }
    }

    private int backends() {
        try {
            return database.count("pg_stat_activity where application_name = 'mswada' and datname = '" + database.name()
                    + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
