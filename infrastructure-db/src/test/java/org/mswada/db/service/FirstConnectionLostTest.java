package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.InjectedFault;
import org.mswada.support.faultinjection.Moment;

/** The node dies just when the pool sets up its first connection ever: nothing of that may stay. */
final class FirstConnectionLostTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Duration LIMIT = Duration.ofMillis(1_500);
    private static final Moment SET_UP = Moment.statementSent(sql -> sql.contains("TRANSACTION ISOLATION"));

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(2, ExecutionLimits.DEFAULT);

    @Test
    void the_pool_comes_back_when_its_first_connection_is_lost_in_its_set_up() throws Exception {
        assertComesBack(() -> database.service().read(READ,
                session -> JooqSession.sql(session).fetchValue("select 1")));
    }

    /** The control: HikariCP never opens a connection again ("Transaction isolation level -1 not supported"). */
    @Test
    void a_pool_that_asks_its_first_connection_for_the_isolation_level_never_comes_back() {
        try (PlainPool plain = database.openPlain(Duration.ofMillis(250))) {
            assertThatThrownBy(() -> assertComesBack(() -> plain.single("select 1")))
                    .isInstanceOf(AssertionError.class).hasMessageContaining("not within");
            assertThatThrownBy(() -> plain.single("select 1")).hasStackTraceContaining("isolation level -1");
        }
    }

    private void assertComesBack(Attempt attempt) throws Exception {
        try (InjectedFault lost = database.proxy().inject(Fault.reset().when(SET_UP))) {
            Await.until("the first connection is lost", LIMIT, () -> succeeds(attempt) || lost.strikes() > 0);
        }
        Await.until("the next connection is of use", LIMIT, () -> succeeds(attempt));
    }

    private static boolean succeeds(Attempt attempt) {
        try {
            attempt.run();
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    /** What needs a connection. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }
}
