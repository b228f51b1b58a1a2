package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Freezing, slowing and cutting a connection at any time. */
final class LineFaultsTest {
    private static long timed(Connection connection, String sql) throws SQLException {
        long begin = System.nanoTime();
        Ledger.execute(connection, sql);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static CompletableFuture<Void> async(Connection connection, String sql) {
        return CompletableFuture.runAsync(() -> {
            try {
                Ledger.execute(connection, sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_frozen_connection_goes_on_when_it_is_thawed(Direction direction) throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            InjectedFault frozen = ledger.proxy().inject(Fault.hold(direction));
            CompletableFuture<Void> insert = async(connection, ledger.insert(1));
            if (direction == Direction.TO_CLIENT) {
                assertThat(ledger.gets(1)).isTrue();
            } else {
                assertThat(Await.within(Duration.ofMillis(200), () -> ledger.has(1))).isFalse();
            }
            assertThat(insert).isNotDone();
            frozen.close();
            insert.get(20, TimeUnit.SECONDS);
            assertThat(ledger.has(1)).isTrue();
        }
    }

    @Test
    void a_fault_now_leaves_new_connections_alone_and_a_lasting_one_does_not() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection _ = ledger.connect()) {
            ledger.proxy().inject(Fault.hold(Direction.BOTH));
            ledger.connect().close();
            ledger.proxy().inject(Fault.hold(Direction.BOTH).now().always());
            assertThatThrownBy(() -> ledger.connect("socketTimeout", "1")).isInstanceOf(SQLException.class);
            ledger.proxy().heal();
            ledger.connect().close();
        }
    }

    @Test
    void swallowed_bytes_never_arrive_and_the_server_learns_nothing_of_the_end() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connectAndInsert(1)) {
            InjectedFault swallowing = ledger.proxy().inject(Fault.swallow(Direction.TO_SERVER));
            connection.setNetworkTimeout(Runnable::run, 100);
            assertThat(SqlFailure.of(connection::commit)).isNotNull();
            assertThat(Await.within(Duration.ofMillis(200), () -> ledger.backends() == 0)).isFalse();
            swallowing.close();
            assertThat(ledger.losesAllBackends()).isTrue();
            assertThat(ledger.has(1)).isFalse();
        }
    }

    @Test
    void a_full_freeze_stops_a_sender_that_sends_much() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            ledger.proxy().inject(Fault.hold(Direction.TO_SERVER));
            long before = ledger.proxy().counters().bytesToServer();
            CompletableFuture<Void> write = async(connection, "select length('" + "x".repeat(40_000_000) + "')");
            assertThat(Await.within(Duration.ofMillis(500), write::isDone)).isFalse();
            assertThat(ledger.proxy().counters().bytesToServer()).isEqualTo(before);
            ledger.proxy().heal();
            write.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_delay_adds_to_each_round_trip_once_however_many_messages_it_has() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            ledger.proxy().inject(Fault.delay(Direction.TO_SERVER, Duration.ofMillis(100)));
            ledger.proxy().inject(Fault.delay(Direction.TO_CLIENT, Duration.ofMillis(150)));
            assertThat(timed(connection, "select generate_series(1, 1000)")).isBetween(250L, 2_000L);
            ledger.proxy().heal();
            assertThat(timed(connection, "select generate_series(1, 1000)")).isLessThan(250);
        }
    }

    @Test
    void a_throttle_keeps_the_rate() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            ledger.proxy().inject(Fault.throttle(Direction.TO_CLIENT, 20_000));
            assertThat(timed(connection, "select repeat('x', 10000)")).isBetween(450L, 3_000L);
        }
    }

    @Test
    void a_connection_cut_after_some_bytes_has_passed_exactly_those() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            long before = ledger.proxy().counters().bytesToClient();
            InjectedFault cut = ledger.proxy().inject(Fault.cutAfter(Direction.TO_CLIENT, 5_000, Fault.fin()));
            Ledger.execute(connection, "select 1");
            assertThat(cut.strikes()).as("before so many bytes").isZero();
            assertThat(SqlFailure.of(() -> Ledger.execute(connection, "select repeat('x', 100000)")).cause())
                    .isInstanceOf(EOFException.class);
            assertThat(ledger.proxy().counters().bytesToClient() - before).isEqualTo(5_000);
            assertThat(cut.strikes()).isEqualTo(1);
            assertThat(ledger.losesAllBackends()).isTrue();
        }
    }

    @Test
    void an_insert_cut_in_the_middle_of_its_message_is_not_stored() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            ledger.proxy().inject(Fault.cutAfter(Direction.TO_SERVER, 30, Fault.reset()));
            assertThat(SqlFailure.of(() -> Ledger.execute(connection, ledger.insert(1))))
                    .isNotNull();
            assertThat(ledger.losesAllBackends()).isTrue();
            assertThat(ledger.has(1)).isFalse();
        }
    }

    @Test
    void the_end_that_the_server_makes_reaches_the_client() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            Ledger.execute(ledger.direct(), "select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = '" + ledger.table() + "'");
            assertThat(SqlFailure.of(() -> Ledger.execute(connection, "select 1"))
                    .state()).isEqualTo("57P01");
            assertThat(Await.within(Await.LONG, () -> ledger.proxy().openConnections() == 0)).isTrue();
        }
    }

    @Test
    void closing_the_proxy_ends_frozen_connections_and_its_threads() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connectAndInsert(1)) {
            ledger.proxy().inject(Fault.hold(Direction.BOTH));
            CompletableFuture<Void> waiting = async(connection, "select 1");
            ledger.proxy().close();
            assertThat(Await.within(Await.LONG, waiting::isCompletedExceptionally)).isTrue();
            assertThat(ledger.proxy().openConnections()).isZero();
            String name = "fault-proxy-" + ledger.proxy().port();
            assertThat(Await.within(Await.LONG, () -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith(name)))).isTrue();
            assertThat(ledger.losesAllBackends()).isTrue();
            assertThat(ledger.has(1)).isFalse();
        }
    }
}
