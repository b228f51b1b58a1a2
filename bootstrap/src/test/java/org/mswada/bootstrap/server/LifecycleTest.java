package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LifecycleTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final Lifecycle lifecycle = new Lifecycle();

    @Test
    void what_was_started_last_is_closed_first_and_everything_once() {
        lifecycle.add("one", LIMIT, () -> closed.add("one"));
        lifecycle.add("two", LIMIT, () -> closed.add("two"));

        lifecycle.close();
        lifecycle.close();

        assertThat(closed).containsExactly("two", "one");
    }

    @Test
    void what_does_not_close_keeps_nothing_else_open() {
        lifecycle.add("one", LIMIT, () -> closed.add("one"));
        lifecycle.add("broken", LIMIT, () -> {
            throw new IllegalStateException("broken");
        });

        lifecycle.close();

        assertThat(closed).containsExactly("one");
    }

    @Test
    void what_starts_while_all_is_closed_is_closed_at_once() {
        lifecycle.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> lifecycle.add("late", LIMIT, () -> closed.add("late")))
                .withMessageContaining("late");
        assertThat(closed).containsExactly("late");
    }

    @Test
    void what_does_not_close_in_time_keeps_nothing_else_open() {
        CountDownLatch never = new CountDownLatch(1);
        lifecycle.add("one", LIMIT, () -> closed.add("one"));
        lifecycle.add("stuck", Duration.ofMillis(50), never::await);

        lifecycle.close();

        assertThat(closed).containsExactly("one");
        assertThat(lifecycle.status().components()).extracting(Lifecycle.ComponentStatus::state)
                .containsExactly(Lifecycle.State.STOPPED, Lifecycle.State.FAILED);
    }

    @Test
    void a_half_start_closes_what_it_opened_and_keeps_the_first_cause_with_the_later_ones_attached() {
        lifecycle.add("one", LIMIT, () -> closed.add("one"));
        lifecycle.add("broken", LIMIT, () -> {
            throw new IllegalStateException("does not close");
        });
        IllegalStateException first = catchThrowableOfType(IllegalStateException.class,
                () -> lifecycle.start("two", LIMIT, () -> {
                    throw new IllegalStateException("does not start");
                }));

        lifecycle.closeAfter(first);

        assertThat(closed).containsExactly("one");
        assertThat(first).hasMessage("does not start");
        assertThat(first.getSuppressed()).singleElement().asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasRootCauseMessage("does not close");
    }

    @Test
    void what_is_starting_is_interrupted_and_waited_for_before_the_rest_is_closed() throws Exception {
        lifecycle.add("one", LIMIT, () -> closed.add("one"));
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interruptedLater = new AtomicBoolean();
        Thread starter = Thread.ofPlatform().start(() -> {
            try {
                lifecycle.start("slow", LIMIT, () -> {
                    begun.countDown();
                    return startSlowly();
                });
            } catch (IllegalStateException expected) {
                interruptedLater.set(Thread.currentThread().isInterrupted());
            }
        });
        begun.await();

        List<Exception> failures = lifecycle.closeAll();
        starter.join();

        assertThat(failures).isEmpty();
        assertThat(closed).containsExactly("interrupted", "slow", "one");
        assertThat(interruptedLater).as("what was meant for the start stays with it").isFalse();
    }

    /** Goes on although it is interrupted, as somebody does who waits for a socket. */
    private AutoCloseable startSlowly() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            closed.add("interrupted");
            Thread.currentThread().interrupt();
        }
        return () -> closed.add("slow");
    }

    @Test
    void what_does_not_end_its_start_in_time_keeps_nothing_else_open_and_is_told() throws Exception {
        lifecycle.add("one", LIMIT, () -> closed.add("one"));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread starter = Thread.ofPlatform().daemon().start(() -> {
            try {
                lifecycle.start("deaf", Duration.ofMillis(50), () -> {
                    begun.countDown();
                    awaitUninterruptibly(end);
                    return () -> closed.add("deaf");
                });
            } catch (IllegalStateException expected) {
                closed.add("told");
            }
        });
        begun.await();

        assertThat(lifecycle.closeAll()).singleElement().asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessageContaining("deaf");
        assertThat(closed).containsExactly("one");
        end.countDown();
        starter.join();
        assertThat(closed).as("what comes late is closed too").containsExactly("one", "deaf", "told");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    @Test
    void nothing_is_started_once_all_is_closed() {
        lifecycle.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> lifecycle.start("late", LIMIT, () -> () -> closed.add("late")))
                .withMessageContaining("late");
        assertThat(closed).isEmpty();
    }

    @Test
    void status_tells_what_became_of_each_component() {
        lifecycle.add("one", LIMIT, () -> {});

        assertThat(lifecycle.status().components()).singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Lifecycle.State.RUNNING));
        assertThat(lifecycle.status().uptime()).isBetween(Duration.ZERO, LIMIT);
    }

    @Test
    void who_closes_second_waits_for_the_first_and_is_told_the_same() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        lifecycle.add("broken", LIMIT, () -> {
            closing.countDown();
            end.await();
            throw new IllegalStateException("broken");
        });
        CompletableFuture<List<Exception>> first = CompletableFuture.supplyAsync(lifecycle::closeAll);
        closing.await();
        CompletableFuture<List<Exception>> second = new CompletableFuture<>();
        Thread closer = Thread.ofPlatform().daemon().start(() -> second.complete(lifecycle.closeAll()));

        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!second.isDone() && closer.getState() != Thread.State.WAITING) {
            assertThat(System.nanoTime()).isLessThan(limit);
            Thread.onSpinWait();
        }
        assertThat(second).isNotDone();
        end.countDown();

        assertThat(second.get()).hasSize(1).isEqualTo(first.get());
    }

    @Test
    void what_no_thread_can_be_started_for_keeps_nothing_else_open_and_is_told() {
        AtomicBoolean refused = new AtomicBoolean();
        Lifecycle poor = new Lifecycle(InstantSource.system(), task -> {
            if (refused.compareAndSet(false, true)) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return new Thread(task);
        });
        poor.add("one", LIMIT, () -> closed.add("one"));
        poor.add("two", LIMIT, () -> closed.add("two"));

        assertThat(poor.closeAll()).singleElement().asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessageContaining("two").hasRootCauseMessage("unable to create native thread");
        assertThat(closed).containsExactly("one");
    }
}
