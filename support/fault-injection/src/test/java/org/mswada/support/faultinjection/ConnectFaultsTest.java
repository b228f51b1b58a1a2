package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections that cannot be made. */
final class ConnectFaultsTest {

    private static SqlFailure failureOfConnect(Ledger ledger, String... settings) {
        return SqlFailure.of(() -> ledger.connect(settings).close());
    }

    @Test
    void a_refused_connection_fails_like_one_to_a_port_where_nothing_listens() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection old = ledger.connect()) {
            try (InjectedFault _ = ledger.proxy().inject(Fault.refuse())) {
                SqlFailure failure = failureOfConnect(ledger);
                assertThat(failure.state()).isEqualTo("08001");
                assertThat(failure.cause()).isInstanceOf(ConnectException.class);
                Ledger.execute(old, "select 1");
            }
            ledger.connect().close();
            assertThat(ledger.proxy().counters().connections()).isEqualTo(2);
        }
    }

    @Test
    void attempts_that_are_reset_at_once_are_counted() throws Exception {
        try (Ledger ledger = Ledger.open()) {
            ledger.proxy().inject(Fault.reset().when(Moment.CONNECT).always());
            assertThat(failureOfConnect(ledger).cause()).isInstanceOf(SocketException.class);
            assertThat(failureOfConnect(ledger).cause()).isInstanceOf(SocketException.class);
            assertThat(ledger.proxy().counters().connections()).isGreaterThanOrEqualTo(2);
            ledger.proxy().heal();
            ledger.connect().close();
        }
    }

    @Test
    void a_server_that_accepts_and_never_answers_costs_the_socket_time_out() throws Exception {
        try (Ledger ledger = Ledger.open()) {
            ledger.proxy().inject(Fault.neverAnswer().when(Moment.CONNECT).always());
            assertThat(failureOfConnect(ledger, "socketTimeout", "1").cause())
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(ledger.proxy().counters().bytesToServer()).isZero();
            assertThat(Await.within(Await.LONG, () -> ledger.proxy().openConnections() == 0)).isTrue();
        }
    }

    @Test
    void a_cut_at_startup_comes_before_any_session() throws Exception {
        try (Ledger ledger = Ledger.open()) {
            InjectedFault fault = ledger.proxy().inject(Fault.reset().when(Moment.STARTUP).times(2));
            assertThat(failureOfConnect(ledger, "sslmode", "disable")).isNotNull();
            assertThat(failureOfConnect(ledger, "sslmode", "disable")).isNotNull();
            assertThat(fault.awaitStrikes(2, Duration.ZERO)).isTrue();
            ledger.connect().close();
            assertThat(fault.strikes()).isEqualTo(2);
        }
    }

    @Test
    void a_fault_on_the_next_connections_spares_those_before_and_after() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection before = ledger.connect()) {
            ledger.proxy()
                    .inject(Fault.reset().when(Moment.statementSent("select 1"::equals)).always().onNextConnections(1));
            try (Connection struck = ledger.connect(); Connection after = ledger.connect()) {
                Ledger.execute(before, "select 1");
                Ledger.execute(after, "select 1");
                assertThatThrownBy(() -> Ledger.execute(struck, "select 1")).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void a_server_that_is_away_looks_like_a_reset() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        try (FaultProxy proxy = FaultProxy.before("127.0.0.1", free)) {
            assertThatThrownBy(() -> java.sql.DriverManager.getConnection(proxy.jdbcUrl("postgres"), "a", "b"))
                    .isInstanceOf(SQLException.class).hasRootCauseInstanceOf(SocketException.class);
        }
    }

    @Test
    void a_fault_at_a_moment_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> Fault.refuse().when(Moment.COMMIT_SENT)).hasMessageContaining("now()");
        assertThatThrownBy(() -> Fault.neverAnswer().now()).hasMessageContaining("Moment.CONNECT");
        assertThatThrownBy(() -> Fault.reset().now().times(2)).hasMessageContaining("always()");
        assertThatThrownBy(() -> Fault.reset().when(Moment.CONNECT).times(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Fault.cutAfter(Direction.BOTH, 1, Fault.fin())).hasMessageContaining("BOTH");
        assertThatThrownBy(() -> Fault.throttle(Direction.BOTH, 0)).hasMessageContaining("hold()");
    }
}
