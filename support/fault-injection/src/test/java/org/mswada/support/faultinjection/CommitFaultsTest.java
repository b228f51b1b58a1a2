package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.EOFException;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is stored, and what the client is told, when a connection breaks around COMMIT. */
final class CommitFaultsTest {
    private static final String CONNECTION_FAILURE = "08006";

    /** The ways in which a COMMIT goes over the wire. */
    enum Way {
        PARSED, NAMED, SIMPLE, INSIDE_A_STRING;

        Connection connect(Ledger ledger) throws SQLException {
            Connection connection = this == SIMPLE ? ledger.connect("preferQueryMode", "simple") : ledger.connect();
            connection.setAutoCommit(false);
            for (int entry = 1; this == NAMED && entry <= 10; entry++) {
                Ledger.execute(connection, ledger.insert(-entry));
                connection.commit();
            }
            return connection;
        }

        void commit(Connection connection) throws SQLException {
            if (this == INSIDE_A_STRING) {
                Ledger.execute(connection, "/* last */ COMMIT; select 1");
            } else {
                connection.commit();
            }
        }
    }

    /** Stores entry 1 under the fault, and returns how the commit failed. */
    private static SqlFailure failureUnder(FaultRule rule, Ledger ledger, Way way) throws SQLException {
        try (Connection connection = way.connect(ledger); InjectedFault fault = ledger.proxy().inject(rule)) {
            Ledger.execute(connection, ledger.insert(1));
            assertThat(fault.strikes()).isZero();
            SqlFailure failure = SqlFailure.of(() -> way.commit(connection));
            assertThat(fault.strikes()).isEqualTo(1);
            return failure;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_cut_before_its_delivery_stores_nothing(Way way) throws Exception {
        try (Ledger ledger = Ledger.open()) {
            SqlFailure failure = failureUnder(Fault.reset().when(Moment.COMMIT_SENT), ledger, way);
            assertThat(failure.state()).isEqualTo(CONNECTION_FAILURE);
            assertThat(failure.cause()).isInstanceOf(SocketException.class);
            assertThat(ledger.losesAllBackends()).isTrue();
            assertThat(ledger.has(1)).isFalse();
            assertThat(ledger.proxy().counters().commitsSent()).isEqualTo(way == Way.NAMED ? 11 : 1);
            assertThat(ledger.proxy().counters().commitsDelivered()).isEqualTo(way == Way.NAMED ? 10 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_cut_after_its_delivery_is_stored_although_the_client_sees_a_failure(Way way) throws Exception {
        try (Ledger ledger = Ledger.open()) {
            SqlFailure failure = failureUnder(Fault.reset().when(Moment.COMMIT_DELIVERED), ledger, way);
            assertThat(failure.state()).isEqualTo(CONNECTION_FAILURE);
            assertThat(ledger.gets(1)).isTrue();
            assertThat(ledger.losesAllBackends()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_whose_reply_is_cut_is_stored_already_when_the_client_sees_the_failure(Way way) throws Exception {
        try (Ledger ledger = Ledger.open()) {
            SqlFailure failure = failureUnder(Fault.reset().when(Moment.COMMIT_ANSWERED), ledger, way);
            assertThat(failure.state()).isEqualTo(CONNECTION_FAILURE);
            assertThat(ledger.has(1)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_held_commit_is_carried_out_after_the_client_gave_up(Way way) throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = way.connect(ledger)) {
            connection.setNetworkTimeout(Runnable::run, 200);
            InjectedFault held = ledger.proxy().inject(Fault.hold(Direction.TO_SERVER).when(Moment.COMMIT_SENT));
            Ledger.execute(connection, ledger.insert(1));
            SqlFailure failure = SqlFailure.of(() -> way.commit(connection));
            assertThat(failure.state()).isEqualTo(CONNECTION_FAILURE);
            assertThat(connection.isClosed()).isTrue();
            assertThat(ledger.has(1)).isFalse();
            assertThat(ledger.backends()).isEqualTo(1);
            held.close();
            assertThat(ledger.gets(1)).isTrue();
            assertThat(ledger.losesAllBackends()).isTrue();
        }
    }

    @Test
    void a_commit_held_until_the_client_is_gone_is_carried_out_by_its_giving_up() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connectAndInsert(1)) {
            connection.setNetworkTimeout(Runnable::run, 200);
            ledger.proxy()
                    .inject(Fault.hold(Direction.TO_SERVER).untilTheClientIsGone().when(Moment.COMMIT_SENT));
            assertThat(SqlFailure.of(connection::commit).state())
                    .isEqualTo(CONNECTION_FAILURE);
            assertThat(ledger.gets(1)).isTrue();
            assertThat(ledger.losesAllBackends()).isTrue();
        }
    }

    @Test
    void a_commit_held_for_a_pausesucceeds_late() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connectAndInsert(1)) {
            Duration pause = Duration.ofMillis(150);
            ledger.proxy().inject(Fault.hold(Direction.TO_SERVER).lasting(pause).when(Moment.COMMIT_SENT));
            long begin = System.nanoTime();
            connection.commit();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(pause);
            assertThat(ledger.has(1)).isTrue();
        }
    }

    @Test
    void a_swallowed_reply_leaves_the_client_waiting_for_a_commit_that_is_stored() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connectAndInsert(1)) {
            connection.setNetworkTimeout(Runnable::run, 200);
            ledger.proxy().inject(Fault.swallow(Direction.TO_CLIENT).when(Moment.COMMIT_DELIVERED));
            assertThat(SqlFailure.of(connection::commit).state())
                    .isEqualTo(CONNECTION_FAILURE);
            assertThat(ledger.has(1)).isTrue();
        }
    }

    @Test
    void an_orderly_end_looks_different_from_a_reset() throws Exception {
        try (Ledger ledger = Ledger.open()) {
            assertThat(failureUnder(Fault.fin().when(Moment.COMMIT_ANSWERED), ledger, Way.PARSED).cause())
                    .isInstanceOf(EOFException.class);
            assertThat(ledger.has(1)).isTrue();
        }
    }

    @Test
    void a_cut_kept_from_the_server_leaves_the_transaction_open_until_it_is_healed() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connectAndInsert(1)) {
            InjectedFault fault = ledger.proxy().inject(Fault.reset().keptFromServer().when(Moment.COMMIT_SENT));
            assertThat(SqlFailure.of(connection::commit)).isNotNull();
            assertThat(Await.within(Duration.ofMillis(300), () -> ledger.backends() == 0)).isFalse();
            fault.close();
            assertThat(ledger.losesAllBackends()).isTrue();
            assertThat(ledger.has(1)).isFalse();
        }
    }

    @Test
    void a_rule_strikes_once_unless_told_otherwise() throws Exception {
        try (Ledger ledger = Ledger.open()) {
            ledger.proxy().inject(Fault.reset().when(Moment.COMMIT_SENT));
            try (Connection connection = ledger.connectAndInsert(1)) {
                assertThat(SqlFailure.of(connection::commit)).isNotNull();
            }
            try (Connection connection = ledger.connectAndInsert(2)) {
                assertThatCode(connection::commit).doesNotThrowAnyException();
            }
            assertThat(ledger.has(2)).isTrue();
        }
    }

    @Test
    void a_refusal_at_commit_is_an_answer_too() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            Ledger.execute(ledger.direct(), "alter table " + ledger.table() + " drop constraint " + ledger.table()
                    + "_pkey, add constraint once unique (entry) deferrable initially deferred");
            connection.setAutoCommit(false);
            ledger.proxy().inject(Fault.reset().when(Moment.COMMIT_ANSWERED));
            Ledger.execute(connection, ledger.insert(1));
            Ledger.execute(connection, ledger.insert(1));
            assertThat(SqlFailure.of(connection::commit).state())
                    .isEqualTo(CONNECTION_FAILURE);
            assertThat(ledger.has(1)).isFalse();
            assertThat(ledger.proxy().counters().commitsRefused()).isEqualTo(1);
        }
    }
}
