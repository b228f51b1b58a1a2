package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.migrations.SchemaMigrator;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DatabaseOrchestratorTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<String> talk = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final ServerReadiness readiness = new ServerReadiness(() -> {
        throw new AssertionError("the database is not asked before it was there");
    });

    @Test
    void an_error_ends_a_round_of_waiting_and_is_told_and_not_the_waiting() throws Exception {
        try (DatabaseOrchestrator orchestrator = new DatabaseOrchestrator(() -> {
            switch (looks.incrementAndGet()) {
                case 1 -> lookAtOneThatIsAway();
                case 2 -> throw new NoClassDefFoundError("org/example/Gone");
                case 3 -> throw new OutOfMemoryError("none left");
                default -> {}
            }
        }, readiness, talk::add)) {
            orchestrator.start();

            await(readiness::hasStarted);
        }
        assertThat(talk).anySatisfy(line -> assertThat(line).contains("org/example/Gone"))
                .anySatisfy(line -> assertThat(line).contains("none left"));
    }

    @Test
    void closed_before_its_first_look_ends_it_waits_for_nothing() throws Exception {
        DatabaseOrchestrator orchestrator = new DatabaseOrchestrator(() -> {
            looks.incrementAndGet();
            lookAtOneThatIsAway();
        }, readiness, talk::add);
        orchestrator.close();

        orchestrator.start();

        assertThat(looks).hasValue(1);
        assertThat(talk).isEmpty();
    }

    @Test
    void a_server_that_stops_says_so_whatever_it_waited_for() {
        readiness.stopping();

        assertThat(readiness.waitingFor("The database is away.")).isFalse();
        readiness.started();

        assertThat(readiness.reasonsNotReady()).containsExactly("The server is stopping.");
    }

    private static void lookAtOneThatIsAway() {
        DatabaseConfig away = new DatabaseConfig("jdbc:postgresql://127.0.0.1:1/mswada", "nobody", "", 0, 1,
                Duration.ofSeconds(1));
        new SchemaMigrator(Connections.checking(away), away.url(), away.user()).requireWritable();
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s: %s", LIMIT, talk).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
