package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageOverloaded;

/** When too many wait already, the next one is told so at once, and how long to stay away. */
final class OverloadTest {
    private static final Operation READ = Operation.read("test.read");
    private static final String BUSY = "select pg_sleep(0.05)";
    private static final int POOL_SIZE = 2;
    private static final int MAXIMUM_WAITING = 10;
    private static final int ASKING = 200;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration AT_ONCE = Duration.ofMillis(10);
    private static final Pattern ADVICE = Pattern.compile("Try again in about (\\d+) ms");

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(POOL_SIZE,
            new ExecutionLimits(MAXIMUM_WAITING));

    @Test
    void beyond_the_limit_a_unit_is_refused_at_once_and_told_how_long_to_wait() throws Exception {
        Calls served = new Calls();
        try (Calls.Running _ = served.keep(POOL_SIZE + MAXIMUM_WAITING * 2, _ -> ask())) {
            Await.until("the queue is full and moves", LIMIT,
                    () -> database.service().metrics().waiting() == MAXIMUM_WAITING
                            && served.count(Calls.DONE) > MAXIMUM_WAITING);
            Calls calls = Calls.run(1, ASKING, _ -> ask());
            Throwable refusal = refusal();

            Figures.show("while the queue is full: %s, median %d us, \"%s\"", calls,
                    calls.percentile(0.5).toNanos() / 1_000, refusal.getMessage());
            assertRefusedAtOnce(calls);
            assertThat(calls.count("StorageOverloaded")).isGreaterThan(ASKING / 2);
            assertThat(refusal).isInstanceOf(StorageOverloaded.class).hasMessageFindingMatch(ADVICE.pattern());
            // Ten wait, two are served every 50 ms: a newcomer would wait for about 300 ms, on a busy machine longer.
            assertThat(advice(refusal)).isBetween(Duration.ofMillis(50), Duration.ofSeconds(20));
        }
        assertThat(served.outcomes()).containsOnlyKeys(Calls.DONE, "StorageOverloaded");
    }

    /** The control: in HikariCP alone everybody waits, for the whole time-out. */
    @Test
    void a_pool_alone_lets_everybody_wait() throws Exception {
        Calls served = new Calls();
        try (PlainPool plain = database.openPlain(CONNECTION_TIMEOUT);
                Calls.Running _ = served.keep(POOL_SIZE + MAXIMUM_WAITING * 2, _ -> plain.single(BUSY))) {
            Await.until("the pool is busy", LIMIT, () -> served.count(Calls.DONE) > MAXIMUM_WAITING);
            Calls calls = Calls.run(1, 1, _ -> plain.single(BUSY));

            assertThatThrownBy(() -> assertRefusedAtOnce(calls)).isInstanceOf(AssertionError.class);
        }
    }

    private static void assertRefusedAtOnce(Calls calls) {
        assertThat(calls.percentile(0.5)).isLessThan(AT_ONCE);
    }

    private Throwable refusal() {
        Throwable refusal = null;
        while (refusal == null) {
            refusal = catchThrowable(this::ask);
        }
        return refusal;
    }

    private static Duration advice(Throwable refusal) {
        Matcher matcher = ADVICE.matcher(refusal.getMessage());
        assertThat(matcher.find()).isTrue();
        return Duration.ofMillis(Long.parseLong(matcher.group(1)));
    }

    private void ask() {
        database.service().read(READ, session -> JooqSession.sql(session).execute(BUSY));
    }
}
