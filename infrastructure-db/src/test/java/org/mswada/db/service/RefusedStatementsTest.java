package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.support.faultinjection.ProxyCounters;

/** Refused data and wrong statements are the caller's, and say nothing of the node: no circuit opens, nothing is retried. */
final class RefusedStatementsTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final String DUPLICATE = "insert into note values ('taken')";
    private static final String WRONG_SYNTAX = "select from where";
    private static final String DIVISION = "select 1 / 0";
    private static final String MISSING = "insert into filled values (null)";
    private static final int POOL_SIZE = 4;
    private static final int CALLERS = 16;
    private static final int SHORT = 4_000;
    private static final int LONG = 100_000;
    private static final int MISTAKES = 4;
    /** All mistakes once: alone, alone, and twice BEGIN SET statement ROLLBACK; after each six that reset the connection. */
    private static final int STATEMENTS_OF_ALL_MISTAKES = 1 + 1 + 4 + 4 + MISTAKES * 6;
    /** What HikariCP asks of a new connection, and of one that was idle. */
    private static final int STATEMENTS_OF_POOL = 40;

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(POOL_SIZE, ExecutionLimits.DEFAULT);

    @Test
    void refused_data_and_wrong_statements_open_no_circuit_and_are_not_retried() throws Exception {
        makeMistakes(SHORT);
    }

    @Test
    @Tag("soak")
    void a_hundred_thousand_of_them_open_no_circuit_and_are_not_retried() throws Exception {
        makeMistakes(LONG);
    }

    /** The control: a circuit breaker that counts every exception. */
    @Test
    void a_circuit_breaker_that_knows_no_sql_state_is_opened_by_them() throws Exception {
        prepare();
        CircuitBreaker breaker = CircuitBreaker.ofDefaults("plain");
        try (PlainPool plain = database.openPlain(Duration.ofSeconds(10))) {
            Calls calls = Calls.run(CALLERS, SHORT,
                    number -> breaker.executeCheckedSupplier(() -> mistakeOnPlainPool(plain, number)));

            assertThatThrownBy(() -> assertAnsweredByTheDatabase(calls, SHORT)).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("CallNotPermittedException");
        }
    }

    private void makeMistakes(int times) throws Exception {
        prepare();
        ProxyCounters before = database.proxy().counters();

        Calls calls = Calls.run(CALLERS, times, this::mistake);

        assertAnsweredByTheDatabase(calls, times);
        DatabaseMetrics metrics = database.service().metrics();
        assertThat(metrics.circuit()).isEqualTo(CircuitState.CLOSED);
        assertThat(metrics.retries()).isZero();
        assertThat(metrics.failures()).isEqualTo(times);
        // A connection is back when it was reset, for which its unit does not wait.
        Await.until("all connections are back", Duration.ofSeconds(10),
                () -> database.service().metrics().pool().active() == 0);
        long sent = database.proxy().counters().since(before).statements();
        long needed = (long) times / MISTAKES * STATEMENTS_OF_ALL_MISTAKES;
        Figures.show("%,d mistakes: %s, %,d statements sent of %,d needed", times, calls, sent, needed);
        assertThat(sent).isBetween(needed, needed + STATEMENTS_OF_POOL);
    }

    private void prepare() throws SQLException {
        database.execute("insert into note values ('taken')");
        database.execute("create table filled (text text not null)");
    }

    /** What must hold: no caller was refused by a circuit, each by the database. */
    private static void assertAnsweredByTheDatabase(Calls calls, int times) {
        assertThat(calls.outcomes()).doesNotContainKeys("StorageUnavailable", "CallNotPermittedException", Calls.DONE);
        assertThat(calls.count()).isEqualTo(times);
    }

    private void mistake(int number) {
        switch (number % MISTAKES) {
            case 0 -> database.service().writeSingle(WRITE, session -> execute(session, DUPLICATE));
            case 1 -> database.service().read(READ, session -> execute(session, WRONG_SYNTAX));
            case 2 -> database.service().snapshot(READ, session -> execute(session, DIVISION));
            default -> database.service().write(WRITE, session -> execute(session, MISSING));
        }
    }

    private static Integer execute(ReadSession session, String text) {
        return JooqSession.sql(session).execute(text);
    }

    private static boolean mistakeOnPlainPool(PlainPool plain, int number) throws SQLException {
        switch (number % MISTAKES) {
            case 0 -> plain.single(DUPLICATE);
            case 1 -> plain.single(WRONG_SYNTAX);
            case 2 -> plain.transaction(DIVISION);
            default -> plain.transaction(MISSING);
        }
        return true;
    }
}
