package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.support.faultinjection.Direction;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.faultinjection.FaultRule;
import org.mswada.support.faultinjection.InjectedFault;
import org.mswada.support.faultinjection.Moment;
import org.mswada.support.testdatabase.TestDatabase;

/** A database that takes connections and never answers, while the server starts. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FrozenDatabaseTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    /** How soon it must serve once the database answers. */
    private static final Duration COME_BACK = Duration.ofSeconds(6);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final List<String> talk = new CopyOnWriteArrayList<>();

    @Test
    void frozen_from_the_beginning_it_is_waited_for_like_one_that_is_away() throws Exception {
        startsAndWaits(Fault.hold(Direction.BOTH).now().always());
    }

    @Test
    void frozen_in_the_middle_of_the_look_at_its_schema_it_is_waited_for_too() throws Exception {
        startsAndWaits(Fault.hold(Direction.BOTH)
                .when(Moment.statementSent(statement -> statement.contains("flyway_schema_history"))).always());
    }

    private void startsAndWaits(FaultRule frozen) throws Exception {
        try (FaultProxy proxy = proxy(); Lifecycle lifecycle = new Lifecycle()) {
            proxy.inject(frozen);
            Server server = start(proxy, lifecycle, "1s");

            assertThat(server.isReady()).isFalse();
            assertThat(talk).anySatisfy(line -> assertThat(line).contains("cannot be reached", "Waiting for it"));

            proxy.heal();
            await(COME_BACK, server::isReady);
        }
    }

    @Test
    void a_start_that_waits_for_a_frozen_database_can_be_stopped() throws Exception {
        canBeStopped("1s");
    }

    @Test
    @Tag("soak")
    void a_long_time_to_connect_is_waited_for_and_no_failure() throws Exception {
        canBeStopped("12s");
    }

    private void canBeStopped(String connectTimeout) throws Exception {
        try (FaultProxy proxy = proxy(); ExecutorService starting = Executors.newSingleThreadExecutor()) {
            InjectedFault frozen = proxy.inject(Fault.hold(Direction.BOTH)
                    .when(Moment.statementSent(statement -> statement.contains("flyway_schema_history"))));
            Lifecycle lifecycle = new Lifecycle();
            Future<Server> start = starting.submit(() -> start(proxy, lifecycle, connectTimeout));
            assertThat(frozen.awaitStrikes(1, LIMIT)).isTrue();

            assertThat(lifecycle.closeAll()).isEmpty();

            assertThat(start).failsWithin(1, TimeUnit.SECONDS);
            assertThat(lifecycle.status().components()).extracting(Lifecycle.ComponentStatus::state)
                    .doesNotContain(Lifecycle.State.STARTING, Lifecycle.State.RUNNING);
        }
    }

    private static FaultProxy proxy() {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        return FaultProxy.before(address.getHost(), address.getPort());
    }

    private Server start(FaultProxy proxy, Lifecycle lifecycle, String connectTimeout) throws Exception {
        String name = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPath().substring(1);
        ServerConfig config = ConfigReader.read(ConfigSources.of(Map.of("MSWADA_DB_URL", proxy.jdbcUrl(name),
                "MSWADA_DB_USER", database.user(), "MSWADA_DB_PASSWORD", database.password(),
                "MSWADA_DB_CONNECT_TIMEOUT", connectTimeout, "MSWADA_DB_TLS_TIMEOUT", "1s", "MSWADA_HTTP_PORT", "0",
                "MSWADA_ADMIN_PORT", "0")));
        return Server.start(config, DatabaseAccess.own(config, lifecycle, talk::add), lifecycle, talk::add);
    }

    private void await(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s: %s", limit, talk).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
