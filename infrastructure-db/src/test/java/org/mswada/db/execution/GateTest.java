package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageUnavailable;

final class GateTest {
    private static final Operation OPERATION = Operation.read("bill.find");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Gate gate = new Gate();

    @Test
    void it_counts_who_is_inside() {
        gate.enter(OPERATION);
        gate.enter(OPERATION);
        gate.leave();

        assertThat(gate.running()).isEqualTo(1);
    }

    @Test
    void a_closed_gate_refuses_and_says_what_to_do() {
        assertThat(gate.close(Duration.ZERO)).isZero();

        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> gate.enter(OPERATION))
                .withMessageContaining("'bill.find'").withMessageContaining("shutting down")
                .withMessageContaining("again");
        assertThat(gate.running()).isZero();
    }

    @Test
    void closing_returns_as_soon_as_the_last_one_left() {
        gate.enter(OPERATION);
        CompletableFuture<Long> closing = CompletableFuture.supplyAsync(() -> gate.close(LONG));
        Eventually.until("the gate is closed", this::isClosed);
        assertThat(closing).isNotDone();

        gate.leave();

        assertThat(closing.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join()).isZero();
    }

    @Test
    void closing_tells_how_many_still_run_when_the_time_is_over_and_may_be_tried_again() {
        gate.enter(OPERATION);
        gate.enter(OPERATION);
        assertThat(gate.close(Duration.ofMillis(1))).isEqualTo(2);
        gate.leave();
        assertThat(gate.close(Duration.ZERO)).isEqualTo(1);
        gate.leave();
        assertThat(gate.close(Duration.ZERO)).isZero();
    }

    @Test
    void an_interrupt_ends_the_wait() {
        gate.enter(OPERATION);
        Thread.currentThread().interrupt();

        assertThat(gate.close(LONG)).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void nobody_can_leave_who_is_not_inside() {
        assertThatIllegalStateException().isThrownBy(gate::leave);
        gate.close(Duration.ZERO);
        assertThatIllegalStateException().isThrownBy(gate::leave);
        assertThat(gate.running()).isZero();
    }

    @RepeatedTest(value = 50, failureThreshold = 1)
    void after_closing_none_is_inside_and_none_is_lost() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        LongAdder late = new LongAdder();
        LongAdder entered = new LongAdder();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            threads.add(Thread.startVirtualThread(() -> {
                while (enter()) {
                    entered.increment();
                    inside.incrementAndGet();
                    Thread.yield();
                    if (closed.get()) {
                        late.increment();
                    }
                    inside.decrementAndGet();
                    gate.leave();
                }
            }));
        }
        Eventually.until("some are inside", () -> entered.sum() > 1_000);

        assertThat(gate.close(LONG)).isZero();
        assertThat(inside).hasValue(0);
        closed.set(true);

        for (Thread thread : threads) {
            assertThat(thread.join(LONG)).isTrue();
        }
        assertThat(late.sum()).isZero();
        assertThat(gate.running()).isZero();
    }

    private boolean isClosed() {
        if (enter()) {
            gate.leave();
            return false;
        }
        return true;
    }

    private boolean enter() {
        try {
            gate.enter(OPERATION);
            return true;
        } catch (StorageUnavailable refused) {
            return false;
        }
    }
}
