package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;

final class AttemptsTest {
    private static final int ROOM = 4;
    private static final int THREADS = 16;
    private static final int TIMES = 20_000;

    private final Attempts attempts = new Attempts(ROOM);

    @Test
    void each_thread_finds_its_own_attempt_and_no_other() throws Exception {
        Semaphore permits = new Semaphore(ROOM);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 0; number < THREADS; number++) {
                all.add(threads.submit(() -> comeAndGo(permits)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        attempts.forEach(left -> assertThat(left).as("an attempt that was left behind").isNull());
    }

    private void comeAndGo(Semaphore permits) {
        for (int time = 0; time < TIMES; time++) {
            permits.acquireUninterruptibly();
            InFlight mine = attempt();
            assertThat(attempts.of(Thread.currentThread())).isNull();
            attempts.add(mine);
            if (time % 8 == 0) {
                Thread.yield();
            }
            assertThat(attempts.of(Thread.currentThread())).isSameAs(mine);
            assertThat(attempts.remove(mine)).isTrue();
            permits.release();
        }
    }

    @Test
    void what_was_removed_is_not_removed_again() {
        InFlight first = attempt();
        attempts.add(first);
        attempts.remove(first);
        attempts.add(attempt());

        assertThat(attempts.remove(first)).isFalse();
        assertThat(attempts.of(Thread.currentThread())).isNotNull();
    }

    @Test
    void more_than_there_are_permits_for_is_a_bug_that_says_so() {
        for (int number = 0; number < ROOM; number++) {
            attempts.add(attempt());
        }
        assertThatIllegalStateException().isThrownBy(() -> attempts.add(attempt()))
                .withMessageContaining("more than 4 attempts");
    }

    private static InFlight attempt() {
        return new InFlight(Operation.read("test.read"), NoConnection.PROXY, Deadline.in(Duration.ofSeconds(1)));
    }

    /** Nothing here touches it. */
    private static final class NoConnection {
        static final Connection PROXY = (Connection) java.lang.reflect.Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[]{Connection.class}, (proxy, method, values) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
