package org.mswada.db.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
import org.mswada.db.connection.PoolRole;
import org.mswada.db.connection.Pools;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.health.CircuitProbing;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.DatabaseServices;
import org.mswada.db.service.QueryOptions;
import org.mswada.db.service.QueryResult;
import org.mswada.db.service.TransactionOptions;
import org.mswada.db.service.TransactionResult;
import org.mswada.db.validation.ValidationLine.Verdict;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.testdatabase.TestDatabase;

/** The controls: where a promise does not hold, its line says so. */
final class BrokenPromisesTest {
    /** A circuit that is well opens after some tenths of a second, at the tenth loss. */
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(4);
    private static final Duration HALF_OPENS_WITHIN = Duration.ofSeconds(2);
    private static final Duration FILLED_WITHIN = Duration.ofSeconds(2);
    /** Enough to judge pauses that are always the same. */
    private static final int ONE_UNIT = 1;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();
    @RegisterExtension
    static final TestDatabase OTHER = TestDatabase.empty();

    private final DatabaseConfig config = Validated.config(DATABASE);

    @Test
    void a_circuit_that_never_opens_fails() throws Exception {
        failed(circuit(), (detour, registry) -> HandBuiltService.of(detour, detour, registry, runner -> {
            runner.node(0, PoolRole.READ).breaker().transitionToDisabledState();
            return nobodyListens -> {};
        })).matches("still \\w+ after \\d{2,} connections lost in 4 s").startsWith("still CLOSED");
    }

    @Test
    void a_circuit_that_no_probe_half_opens_fails() throws Exception {
        failed(circuit(), (detour, registry) -> HandBuiltService.of(detour, detour, registry,
                runner -> nobodyListens -> {})).contains("not half open");
    }

    private static Check circuit() {
        return CircuitCheck.check(OPENS_WITHIN, HALF_OPENS_WITHIN);
    }

    @Test
    void a_probe_that_asks_elsewhere_fails() throws Exception {
        failed(HealthCheck.check(), (detour, registry) -> HandBuiltService.of(detour, config, registry,
                runner -> new CircuitProbing(runner.node(0, PoolRole.READ).breaker())))
                .isEqualTo("cut: still HEALTHY after 3 s");
    }

    @Test
    void retries_that_do_not_wait_fail() throws Exception {
        failed(BackOffCheck.check(), (detour, registry) -> new ImpatientService(Validated.well(detour, registry),
                Duration.ZERO, 10)).startsWith("mean share 0.");
    }

    @Test
    void retries_that_wait_too_long_fail() throws Exception {
        failed(BackOffCheck.check(), (detour, registry) -> new ImpatientService(Validated.well(detour, registry),
                retry -> retry == 0 ? Duration.ofSeconds(2) : Duration.ZERO, 10))
                .contains("retry 1 came after 2", "its cap is 100 ms");
    }

    @Test
    void retries_that_wait_always_as_long_as_the_longest_fail() throws Exception {
        failed(BackOffCheck.check(ONE_UNIT), (detour, registry) -> new ImpatientService(
                Validated.well(detour, registry), Duration.ofMillis(500), 10)).startsWith("mean share")
                .contains("all together 1.");
    }

    @Test
    void retries_whose_pauses_do_not_grow_fail() throws Exception {
        failed(BackOffCheck.check(ONE_UNIT), (detour, registry) -> new ImpatientService(
                Validated.well(detour, registry), Duration.ofMillis(60), 10)).startsWith("mean share")
                .contains("all together 0.");
    }

    @Test
    void no_retries_fail() throws Exception {
        failed(BackOffCheck.check(), (detour, registry) -> new ImpatientService(Validated.well(detour, registry),
                Duration.ZERO, 0)).contains("tried 1 times");
    }

    @Test
    void sockets_without_keep_alive_fail() throws Exception {
        failed(KeepAliveCheck.check(KernelSockets.LINUX), (detour, registry) -> Validated.well(
                withUrl(detour, detour.url().replace(DetourSocketFactory.class.getName(),
                        DeafSocketFactory.class.getName())),
                registry)).startsWith("with it: pool 0, probe 0; without: 2");
    }

    @Test
    void sockets_that_no_kernel_tells_of_are_not_measured() throws Exception {
        ValidationLine line = Validated.one(KeepAliveCheck.check(new KernelSockets(List.of(Path.of("no-such-file")))),
                config, Validated::well);

        assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(line.measured()).contains("/proc/self/net/tcp");
    }

    @Test
    void a_slow_limit_too_high_or_too_low_fails() throws Exception {
        Check check = SlowStatementCheck.check(config.slowLimit());
        failed(check, (detour, registry) -> slowFrom(Duration.ofHours(1), detour, registry))
                .startsWith("told [], counted 0, mswada.db.slow 0");
        failed(check, (detour, registry) -> slowFrom(Duration.ofNanos(1), detour, registry))
                .endsWith("told of the quick one 1");
    }

    private static DatabaseService slowFrom(Duration limit, DatabaseConfig detour, MeterRegistry registry) {
        return DatabaseServices.open(detour, ExecutionLimits.DEFAULT, limit, registry);
    }

    @Test
    void a_slow_limit_that_is_too_long_to_wait_for_is_not_measured() throws Exception {
        ValidationLine line = Validated.one(SlowStatementCheck.check(Duration.ofMinutes(1)), new DatabaseConfig(
                config.url(), config.user(), config.password(), 0, 2, Duration.ofMinutes(1)), Validated::well);

        assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(line.remedy()).contains("Nothing is known");
    }

    @Test
    void a_service_on_another_database_fails() throws Exception {
        DatabaseConfig elsewhere = Validated.config(OTHER);
        failed(RoutingCheck.check(), (detour, registry) -> Validated.well(
                withUrl(detour, detour.url().replace(nameOf(config), nameOf(elsewhere))), registry))
                .contains("read reached " + nameOf(elsewhere).substring(1)).contains("write reached");
    }

    @Test
    void a_read_that_writes_fails() throws Exception {
        failed(RoutingCheck.check(), (detour, registry) -> new OtherService(Validated.well(detour, registry)) {
            @Override
            public <T> QueryResult<T> executeQuery(Operation operation,
                    QueryOptions options, Function<? super ReadSession, ? extends T> work) {
                write(Operation.write(operation.name()), work);
                return super.executeQuery(Operation.read(operation.name()), options, session -> null);
            }
        }).contains("a read did not refuse to write", "a snapshot did not refuse to write");
    }

    @Test
    void a_pool_of_another_size_than_told_fails() throws Exception {
        failed(PoolLimitCheck.check(), (detour, registry) -> Validated.well(withPool(detour, 1, 4), registry))
                .containsPattern("open at most [34]");
        failed(PoolLimitCheck.check(FILLED_WITHIN),
                (detour, registry) -> Validated.well(withPool(detour, 0, 2), registry))
                .contains("open for nobody 0");
    }

    @Test
    void a_pool_whose_gauges_are_nowhere_fails() throws Exception {
        failed(PoolMetricsCheck.check(), (detour, _) -> Validated.well(detour, new SimpleMeterRegistry()))
                .contains("1 lent: gauge not there, metrics() 1");
    }

    @Test
    void a_rollback_that_commits_fails() throws Exception {
        failed(RollbackCheck.check(), (detour, registry) -> new OtherService(Validated.well(detour, registry)) {
            @Override
            public <T> TransactionResult<T> withTransaction(Operation operation, TransactionOptions options,
                    Function<? super WriteSession, ? extends T> work) {
                RuntimeException[] thrown = new RuntimeException[1];
                super.withTransaction(operation, options, session -> {
                    try {
                        return work.apply(session);
                    } catch (RuntimeException swallowed) {
                        thrown[0] = swallowed;
                        return null;
                    }
                });
                throw thrown[0];
            }
        }).isEqualTo("aborted, committed, committed");
    }

    private AbstractStringAssert<?> failed(Check check, ServiceOpener services)
            throws InterruptedException {
        ValidationLine line = Validated.one(check, config, services);
        assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.FAILED);
        assertThat(line.remedy()).isNotBlank();
        return assertThat(line.measured()).as(line.toString());
    }

    private static String nameOf(DatabaseConfig config) {
        return config.url().substring(config.url().lastIndexOf('/'));
    }

    private static DatabaseConfig withUrl(DatabaseConfig config, String url) {
        return new DatabaseConfig(url, List.of(), config.user(), config.password(), config.pools(), config.timeouts(),
                config.tls(), config.slowLimit());
    }

    private static DatabaseConfig withPool(DatabaseConfig config, int minimumIdle, int maximum) {
        return new DatabaseConfig(config.url(), List.of(), config.user(), config.password(),
                new Pools(PoolConfig.of(minimumIdle, maximum), PoolConfig.of(0, maximum)),
                config.timeouts(), config.tls(), config.slowLimit());
    }
}
