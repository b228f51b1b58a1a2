package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mswada.db.execution.FairPermit.Result;

final class FairPermitTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int QUEUE_LIMIT = 5;

    /** Near the end of the clock's range, so that deadlines overflow. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND / 2);
    private final FairPermit permit = new FairPermit(1, QUEUE_LIMIT, now::get);

    @Test
    void a_free_permit_is_had_at_once_even_with_no_time_left() {
        assertThat(permit.acquire(now.get() - SECOND)).isEqualTo(Result.ACQUIRED);
        assertThat(permit.inUse()).isEqualTo(1);

        permit.release();

        assertThat(permit.inUse()).isZero();
    }

    @Test
    void permits_are_handed_over_in_the_order_of_asking() {
        permit.acquire(in(1));
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Result>> waiting = IntStream.range(0, QUEUE_LIMIT).mapToObj(number -> join(() -> {
            order.add(number);
            permit.release();
        })).toList();

        permit.release();

        assertThat(waiting).allMatch(each -> get(each) == Result.ACQUIRED);
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
        assertThat(permit.inUse()).isZero();
    }

    @Test
    void nobody_overtakes_one_who_waits() {
        permit.acquire(in(1));
        CompletableFuture<Result> waiting = join(() -> {});

        permit.release();

        assertThat(permit.acquire(now.get())).isEqualTo(Result.TIMED_OUT);
        assertThat(get(waiting)).isEqualTo(Result.ACQUIRED);
    }

    @Test
    void one_too_many_is_refused_at_once() {
        permit.acquire(in(1));
        fillQueue();

        assertThat(permit.acquire(in(1))).isEqualTo(Result.QUEUE_FULL);
        assertThat(permit.waiting()).isEqualTo(QUEUE_LIMIT);
    }

    @Test
    void the_estimate_is_the_queue_times_the_time_between_hand_overs() {
        permit.acquire(in(1));
        assertThat(permit.estimatedWait()).isZero();
        for (int turn = 0; turn < 100; turn++) {
            CompletableFuture<Result> next = join(() -> {});
            now.addAndGet(Duration.ofMillis(10).toNanos());
            permit.release();
            get(next);
        }
        fillQueue();

        assertThat(permit.estimatedWait()).isBetween(Duration.ofMillis(49), Duration.ofMillis(51));
    }

    @Test
    void the_estimate_grows_while_nobody_gives_a_permit_back() {
        permit.acquire(in(1));
        join(() -> {});
        now.addAndGet(2 * SECOND);
        assertThat(permit.estimatedWait()).isEqualTo(Duration.ofSeconds(2));
        now.addAndGet(1000 * SECOND);
        assertThat(permit.estimatedWait()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_wait_ends_at_its_deadline_and_not_before() {
        permit.acquire(in(1));
        CompletableFuture<Result> brief = join(1, () -> {});
        CompletableFuture<Result> patient = join(3, () -> {});

        now.addAndGet(SECOND - 1);
        permit.removeExpired();
        assertThat(permit.waiting()).isEqualTo(2);
        now.addAndGet(1);
        permit.removeExpired();

        assertThat(get(brief)).isEqualTo(Result.TIMED_OUT);
        assertThat(permit.waiting()).isEqualTo(1);
        permit.release();
        assertThat(get(patient)).isEqualTo(Result.ACQUIRED);
    }

    @Test
    void a_permit_is_not_handed_to_one_whose_deadline_has_passed() {
        permit.acquire(in(1));
        CompletableFuture<Result> late = join(1, () -> {});
        CompletableFuture<Result> intime = join(3, () -> {});
        now.addAndGet(2 * SECOND);

        permit.release();

        assertThat(get(late)).isEqualTo(Result.TIMED_OUT);
        assertThat(get(intime)).isEqualTo(Result.ACQUIRED);
    }

    @Test
    void a_permit_given_back_to_late_ones_only_is_free_again() {
        permit.acquire(in(1));
        CompletableFuture<Result> late = join(1, () -> {});
        now.addAndGet(2 * SECOND);

        permit.release();

        assertThat(get(late)).isEqualTo(Result.TIMED_OUT);
        assertThat(permit.inUse()).isZero();
        assertThat(permit.acquire(in(1))).isEqualTo(Result.ACQUIRED);
    }

    @Test
    void those_who_wait_can_be_sent_away_and_holders_stay() {
        permit.acquire(in(1));
        List<CompletableFuture<Result>> waiting = fillQueue();

        permit.refuseWaiting();

        assertThat(waiting).allMatch(each -> get(each) == Result.REFUSED);
        assertThat(permit.inUse()).isEqualTo(1);
        assertThat(permit.waiting()).isZero();
        permit.release();
        assertThat(permit.inUse()).isZero();
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays_visible() {
        permit.acquire(in(1));
        AtomicBoolean flag = new AtomicBoolean();
        CompletableFuture<Result> interrupted = new CompletableFuture<>();
        Thread thread = Thread.startVirtualThread(() -> {
            Result result = permit.acquire(in(1));
            flag.set(Thread.currentThread().isInterrupted());
            interrupted.complete(result);
        });
        Eventually.until("one waits", () -> permit.waiting() == 1);

        thread.interrupt();

        assertThat(get(interrupted)).isEqualTo(Result.INTERRUPTED);
        assertThat(flag).isTrue();
        assertThat(permit.waiting()).isZero();
        permit.release();
        assertThat(permit.inUse()).isZero();
    }

    @Test
    void a_permit_cannot_be_given_back_twice() {
        assertThatIllegalStateException().isThrownBy(permit::release).withMessageContaining("twice");
    }

    @Test
    void no_permits_at_all_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FairPermit(0, 1, now::get));
    }

    @Test
    void a_free_permit_costs_no_memory() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        acquireAndRelease(1_000);
        long before = threads.getCurrentThreadAllocatedBytes();

        acquireAndRelease(100_000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    @Test
    void the_reaper_ends_waits_by_itself_and_sends_the_rest_away_when_it_is_closed() {
        FairPermit real = new FairPermit(1, QUEUE_LIMIT, System::nanoTime);
        real.acquire(System.nanoTime());
        CompletableFuture<Result> brief = new CompletableFuture<>();
        CompletableFuture<Result> patient = new CompletableFuture<>();
        try (PermitReaper reaper = PermitReaper.start()) {
            reaper.watch(real);
            Thread.startVirtualThread(() -> patient.complete(real.acquire(System.nanoTime() + 3600 * SECOND)));
            Thread.startVirtualThread(() -> brief.complete(real.acquire(System.nanoTime() + SECOND / 20)));
            assertThat(get(brief)).isEqualTo(Result.TIMED_OUT);
            Eventually.until("one waits", () -> real.waiting() == 1);
        }
        assertThat(get(patient)).isEqualTo(Result.REFUSED);
    }

    private void acquireAndRelease(int times) {
        for (int time = 0; time < times; time++) {
            permit.acquire(0);
            permit.release();
        }
    }

    private long in(long seconds) {
        return now.get() + seconds * SECOND;
    }

    private List<CompletableFuture<Result>> fillQueue() {
        return IntStream.range(0, QUEUE_LIMIT).mapToObj(number -> join(() -> {})).toList();
    }

    private CompletableFuture<Result> join(Runnable whenAcquired) {
        return join(1_000_000, whenAcquired);
    }

    /** Starts a thread that asks for the permit, and returns when it waits. */
    private CompletableFuture<Result> join(long seconds, Runnable whenAcquired) {
        int before = permit.waiting();
        long deadline = in(seconds);
        CompletableFuture<Result> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            Result got = permit.acquire(deadline);
            if (got == Result.ACQUIRED) {
                whenAcquired.run();
            }
            result.complete(got);
        });
        Eventually.until("one more waits", () -> permit.waiting() == before + 1);
        return result;
    }

    private static Result get(CompletableFuture<Result> result) {
        return result.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
