package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is counted is what went over the wire. */
final class ProxyCountersTest {

    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    private static ProxyCounters countersOf(Ledger ledger, Connection connection, Work work) throws SQLException {
        ProxyCounters before = ledger.proxy().counters();
        work.run(connection);
        return ledger.proxy().counters().since(before);
    }

    /** The driver sends BEGIN ahead of the first statement; now and then the server has answered it before that arrives. */
    @Test
    void a_transaction_of_two_statements_takes_three_round_trips() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            connection.setAutoCommit(false);
            ProxyCounters counters = countersOf(ledger, connection, same -> {
                Ledger.execute(same, ledger.insert(1));
                Ledger.execute(same, ledger.insert(2));
                same.commit();
            });
            assertThat(counters.roundTrips()).isBetween(3L, 4L);
            assertThat(counters.statements()).isEqualTo(4);
            assertThat(counters.commitsSent()).isEqualTo(1);
            assertThat(counters.commitsDelivered()).isEqualTo(1);
            assertThat(counters.commitsAnswered()).isEqualTo(1);
            assertThat(counters.commitsRefused()).isZero();
            assertThat(counters.connections()).isZero();
            assertThat(counters.bytesToServer()).isPositive();
        }
    }

    @Test
    void a_batch_and_a_string_of_statements_take_one_round_trip() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            ProxyCounters batch = countersOf(ledger, connection, same -> {
                try (PreparedStatement insert = same
                        .prepareStatement("insert into " + ledger.table() + " values (?)")) {
                    for (int entry = 1; entry <= 5; entry++) {
                        insert.setInt(1, entry);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            });
            assertThat(batch.statements()).isEqualTo(5);
            ProxyCounters string = countersOf(ledger, connection,
                    same -> Ledger.execute(same, "begin; " + ledger.insert(6) + "; commit; select 1"));
            assertThat(string.statements()).isEqualTo(4);
            assertThat(string.commitsAnswered()).isEqualTo(1);
            assertThat(string.roundTrips()).isEqualTo(1);
        }
    }

    @Test
    void a_commit_that_the_server_turned_into_a_rollback_is_counted_as_refused() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connectAndInsert(1)) {
            assertThat(SqlFailure.of(() -> Ledger.execute(connection, ledger.insert(1))))
                    .isNotNull();
            connection.commit();
            assertThat(ledger.proxy().counters().commitsAnswered()).isEqualTo(1);
            assertThat(ledger.proxy().counters().commitsRefused()).isEqualTo(1);
        }
    }

    @Test
    void a_cancel_request_is_passed_on_and_counted() throws Exception {
        try (Ledger ledger = Ledger.open();
                Connection connection = ledger.connect();
                Statement statement = connection.createStatement()) {
            CompletableFuture<SqlFailure> failure = CompletableFuture
                    .supplyAsync(() -> SqlFailure.of(() -> statement.execute("select pg_sleep(60)")));
            String sleeping = "select count(*) from pg_stat_activity where wait_event = 'PgSleep'"
                    + " and application_name = '" + ledger.table() + "'";
            assertThat(Await.within(Await.LONG, () -> Ledger.number(ledger.direct(), sleeping) == 1)).isTrue();
            statement.cancel();
            assertThat(failure.get(20, TimeUnit.SECONDS).state()).isEqualTo("57014");
            assertThat(ledger.proxy().counters().cancelRequests()).isPositive();
        }
    }
}
