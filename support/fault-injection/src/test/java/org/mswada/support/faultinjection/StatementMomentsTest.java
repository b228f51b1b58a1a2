package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Faults at statements, also where a statement commits by itself. */
final class StatementMomentsTest {

    private static boolean isInsert(String sql) {
        return sql.startsWith("insert");
    }

    /** Stores entry 1 in autocommit, prepared on the server by then, and tells whether it came to be stored. */
    private static boolean isStoredUnder(Moment moment) throws SQLException {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            try (PreparedStatement insert = connection
                    .prepareStatement("insert into " + ledger.table() + " values (?)")) {
                for (int entry = 2; entry < 12; entry++) {
                    insert.setInt(1, entry);
                    insert.execute();
                }
                insert.setInt(1, 1);
                InjectedFault fault = ledger.proxy().inject(Fault.reset().when(moment));
                assertThat(SqlFailure.of(insert::execute).state()).isEqualTo("08006");
                assertThat(fault.strikes()).isEqualTo(1);
            }
            assertThat(ledger.losesAllBackends()).isTrue();
            return ledger.has(1);
        }
    }

    @Test
    void a_statement_cut_before_its_delivery_does_nothing() throws Exception {
        assertThat(isStoredUnder(Moment.statementSent(StatementMomentsTest::isInsert))).isFalse();
    }

    @Test
    void a_statement_cut_after_its_delivery_is_executed() throws Exception {
        assertThat(isStoredUnder(Moment.statementDelivered(StatementMomentsTest::isInsert))).isTrue();
    }

    @Test
    void a_statement_whose_reply_is_cut_was_executed() throws Exception {
        assertThat(isStoredUnder(Moment.statementAnswered(StatementMomentsTest::isInsert))).isTrue();
    }

    @Test
    void a_cut_at_begin_comes_before_the_first_statement() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            connection.setAutoCommit(false);
            InjectedFault fault = ledger.proxy().inject(Fault.fin().when(Moment.BEGIN_SENT));
            assertThat(SqlFailure.of(() -> Ledger.execute(connection, ledger.insert(1))))
                    .isNotNull();
            assertThat(fault.strikes()).isEqualTo(1);
            assertThat(ledger.losesAllBackends()).isTrue();
            assertThat(ledger.has(1)).isFalse();
        }
    }

    @Test
    void a_predicate_chooses_among_statements() throws Exception {
        try (Ledger ledger = Ledger.open(); Connection connection = ledger.connect()) {
            ledger.proxy().inject(Fault.delay(Direction.TO_CLIENT, Duration.ofMillis(200))
                    .when(Moment.statementAnswered(sql -> sql.contains("2"))));
            long begin = System.nanoTime();
            Ledger.execute(connection, "select 1");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(200));
            Ledger.execute(connection, "select 2");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(200));
        }
    }
}
