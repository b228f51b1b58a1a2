package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mswada.bootstrap.server.Lifecycle;

/** How the process ends, with the end itself replaced by a list. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ShutdownHookTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<String> talk = new CopyOnWriteArrayList<>();
    private final List<Integer> codes = new CopyOnWriteArrayList<>();
    private final Lifecycle lifecycle = new Lifecycle();
    private final ShutdownHook hook = new ShutdownHook(lifecycle::closeAll, talk::add, codes::add);

    @Test
    void all_closed_is_a_success_and_is_told() {
        hook.stop();

        assertThat(codes).containsExactly(ExitCode.OK);
        assertThat(talk).containsExactly("stopping ...", "stopped");
    }

    @Test
    void what_did_not_close_makes_it_a_failure() {
        lifecycle.add("broken", LIMIT, () -> {
            throw new AssertionError("broken");
        });

        hook.stop();

        assertThat(codes).containsExactly(ExitCode.FAILURE);
        assertThat(talk).containsExactly("stopping ...", "stopped; what did not close in time was cut off");
    }

    @Test
    void an_error_in_the_midst_of_it_ends_the_process_all_the_same_as_a_failure() {
        ShutdownHook broken = new ShutdownHook(() -> {
            throw new OutOfMemoryError("none left");
        }, talk::add, codes::add);

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(broken::stop);

        assertThat(codes).containsExactly(ExitCode.FAILURE);
    }

    @Test
    void who_does_not_read_what_it_says_delays_neither_closing_nor_the_end() {
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        lifecycle.add("one", LIMIT, closed::countDown);
        ShutdownHook unheard = new ShutdownHook(lifecycle::closeAll, _ -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, codes::add);

        CompletableFuture<Void> stop = CompletableFuture.runAsync(unheard::stop);

        assertThat(stop).succeedsWithin(LIMIT);
        assertThat(closed.getCount()).isZero();
        assertThat(codes).containsExactly(ExitCode.OK);
    }

    @Test
    void a_start_that_had_failed_before_keeps_its_exit_code_and_what_is_told_of_it_is_waited_for() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        lifecycle.add("slow", LIMIT, () -> {
            closing.countDown();
            end.await();
        });
        assertThat(hook.startFailed()).isTrue();
        Thread start = Thread.ofPlatform().daemon().start(() -> {
            lifecycle.close();
            talk.add("why it failed");
            hook.failureTold(ExitCode.DATABASE_UNREACHABLE);
        });
        closing.await();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(hook::stop);
        end.countDown();
        stop.get();
        start.join();

        assertThat(codes).containsExactly(ExitCode.DATABASE_UNREACHABLE);
        assertThat(talk).contains("why it failed");
    }

    @Test
    void a_start_that_fails_once_it_was_told_to_stop_is_no_failure() {
        hook.stop();

        assertThat(hook.startFailed()).isFalse();
        assertThat(codes).containsExactly(ExitCode.OK);
    }
}
