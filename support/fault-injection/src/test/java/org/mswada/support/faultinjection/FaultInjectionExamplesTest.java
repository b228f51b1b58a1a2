package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.embeddedpostgres.ReplicatedServer;
import org.mswada.support.embeddedpostgres.ReplicationCluster;

/** The regions between "tag::" and "end::" stand word by word in docs/fault-injection.md; DocumentationTest checks it. */
final class FaultInjectionExamplesTest {

    @Test
    void a_commit_whose_reply_is_cut() throws Exception {
        PostgresAddress server = Ledger.address();
        // tag::commit[]
        try (FaultProxy proxy = FaultProxy.before(server.host(), server.port());
                Connection connection = DriverManager.getConnection(proxy.jdbcUrl("postgres"), server.user(),
                        server.password())) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("create table reply_cut (entry int)");
            proxy.inject(Fault.reset().when(Moment.COMMIT_ANSWERED));

            // The server has committed; the client cannot know.
            assertThatThrownBy(connection::commit).hasFieldOrPropertyWithValue("SQLState", "08006");
            assertThat(proxy.counters().commitsAnswered()).isEqualTo(1);
        }
        // end::commit[]
        try (Ledger ledger = Ledger.open()) {
            assertThat(Ledger.number(ledger.direct(), "select count(*) from reply_cut")).isZero();
        }
    }

    @Test
    void a_frozen_server_and_its_thaw() throws Exception {
        try (Ledger ledger = Ledger.open()) {
            FaultProxy proxy = ledger.proxy();
            // tag::freeze[]
            try (InjectedFault _ = proxy.inject(Fault.hold(Direction.BOTH).now().always())) {
                assertThatThrownBy(() -> ledger.connect("socketTimeout", "1")).isInstanceOf(SQLException.class);
            }
            ledger.connect().close();
            // end::freeze[]
        }
    }

    @Test
    void callers_that_stay_away() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            FaultProxy proxy = ledger.proxy();
            // tag::count[]
            ProxyCounters before = proxy.counters();
            Ledger.execute(connection, "begin; " + ledger.insert(1) + "; commit");
            ProxyCounters counted = proxy.counters().since(before);

            assertThat(counted.roundTrips()).isEqualTo(1);
            assertThat(counted.connections()).isZero();
            // end::count[]
        }
    }

    @Test
    void a_run_that_can_be_replayed() throws Exception {
        try (Ledger ledger = Ledger.open()) {
            FaultProxy proxy = ledger.proxy();
            long seed = 42;
            // tag::plan[]
            FaultPlan plan = FaultPlan.seeded(seed, FaultPlan.Choice.nothing(90),
                    FaultPlan.Choice.of(4, Fault.reset().when(Moment.COMMIT_SENT)),
                    FaultPlan.Choice.of(3, Fault.reset().when(Moment.COMMIT_ANSWERED)),
                    FaultPlan.Choice.of(3,
                            Fault.hold(Direction.TO_SERVER).untilTheClientIsGone().when(Moment.COMMIT_SENT)));
            proxy.follow(plan);
            long acknowledged = FaultPlanTest.store(ledger, 0, 40);

            assertThat(ledger.losesAllBackends()).isTrue();
            assertThat(Ledger.number(ledger.direct(), "select count(*) from " + ledger.table())).as("%s", plan)
                    .isGreaterThanOrEqualTo(acknowledged);
            // end::plan[]
        }
    }

    @Test
    void a_deadlock_that_the_code_under_test_loses() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary())) {
            PostgresAddress address = server.address();
            String url = address.jdbcUrl("postgres");
            // tag::deadlock[]
            try (ServerFaults faults = ServerFaults.on(url, address.user(), address.password());
                    Connection client = DriverManager.getConnection(url, address.user(), address.password())) {
                faults.commitElsewhere("create table pair as select 1 as entry union all select 2");
                client.setAutoCommit(false);
                try (Rival rival = faults.rival("update pair set entry = entry where entry = 2")) {
                    client.createStatement().execute("update pair set entry = entry where entry = 1");
                    rival.wants("update pair set entry = entry where entry = 1", Duration.ofSeconds(10));
                    assertThatThrownBy(
                            () -> client.createStatement().execute("update pair set entry = entry where entry = 2"))
                            .hasFieldOrPropertyWithValue("SQLState", "40P01");
                }
            }
            // end::deadlock[]
        }
    }

    @Test
    void a_server_that_dies_and_comes_back(@TempDir Path folder) throws Exception {
        // tag::process[]
        try (ProcessFaults server = ProcessFaults.start(EmbeddedPostgresOptions.persistent(folder.resolve("db")))) {
            PostgresAddress address = server.address();
            server.kill();
            server.restart();
            assertThat(server.address()).isEqualTo(address);
        }
        // end::process[]
    }

    @Test
    void a_failover() throws Exception {
        // tag::cluster[]
        try (ReplicationCluster cluster = ReplicationCluster.start(1)) {
            ReplicatedServer primary = cluster.primary();
            ReplicatedServer standby = cluster.standby(0);
            standby.pauseReplay();
            assertThat(standby.isInRecovery()).isTrue();
            standby.resumeReplay();
            standby.awaitReplayOf(primary.currentLsn());

            try (ProcessFaults faults = ProcessFaults.on(primary)) {
                faults.kill();
                standby.promote();
                assertThat(standby.isInRecovery()).isFalse();
            }
            primary.rebuildFrom(standby);
            assertThat(primary.isInRecovery()).isTrue();
        }
        // end::cluster[]
    }

    /** Runs work without storing anything. */
    private static final class Forgetful implements UnitOfWork {
        @Override
        public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
            return work.apply(new ReadSession() {
            });
        }

        @Override
        public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
            return read(operation, work);
        }

        @Override
        public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
            return work.apply(new Nowhere());
        }

        @Override
        public <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work) {
            return work.apply(new Nowhere());
        }
    }

    /** Leads nowhere. */
    private static final class Nowhere implements WriteSession {
        @Override
        public <T> T savepoint(Function<? super WriteSession, ? extends T> work) {
            return work.apply(this);
        }

        @Override
        public void rollbackOnly() {
            // There is nothing to undo.
        }
    }

    @Test
    void a_side_effect_shows() {
        UnitOfWork units = new Forgetful();
        // tag::twice[]
        UnitOfWork twice = new TwiceUnitOfWork(units);
        List<String> sent = new ArrayList<>();
        twice.<Boolean>write(Operation.write("bill.publish"), _ -> sent.add("mail"));
        assertThat(sent).as("what the work did outside its session").hasSize(2);
        // end::twice[]
    }
}
