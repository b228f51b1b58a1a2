package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

final class RetryBudgetTest {
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final FakeTime time = new FakeTime();
    private final RetryBudget budget = new RetryBudget(time);

    @Test
    void five_units_pay_for_one_retry() {
        assertThat(budget.tryRetry()).isFalse();
        deposit(4);
        assertThat(budget.tryRetry()).isFalse();
        deposit(1);
        assertThat(budget.available()).isEqualTo(1);
        assertThat(budget.tryRetry()).isTrue();
        assertThat(budget.tryRetry()).isFalse();
    }

    @Test
    void with_a_head_start_the_first_ten_retries_are_paid_for() {
        RetryBudget started = RetryBudget.withHeadStart(time);

        for (int retry = 0; retry < RetryBudget.RETRIES_PER_SECOND; retry++) {
            assertThat(started.tryRetry()).isTrue();
        }
        assertThat(started.tryRetry()).isFalse();
    }

    @Test
    void without_any_unit_there_are_ten_retries_a_second() {
        assertThat(spendEveryMillisecond(Duration.ofMinutes(1), 0)).isEqualTo(600);
    }

    @Test
    void a_storm_adds_at_most_a_fifth_and_ten_a_second() {
        int retries = spendEveryMillisecond(Duration.ofSeconds(30), 2);

        assertThat(retries).isBetween(12_295, 12_300);
    }

    @Test
    void a_quiet_hour_pays_for_ten_seconds_only() {
        time.sleep(Duration.ofHours(1));

        assertThat(budget.available()).isEqualTo(100);
        assertThat(spend()).isEqualTo(100);
    }

    @Test
    void credit_of_units_is_lost_after_ten_seconds() {
        deposit(1_000);
        time.sleep(Duration.ofMillis(9_900));
        assertThat(budget.available()).isEqualTo(200 + 99);
        time.sleep(Duration.ofMillis(200));
        assertThat(budget.available()).isEqualTo(100);
    }

    @Test
    void the_oldest_credit_is_spent_first() {
        deposit(500);
        time.sleep(Duration.ofSeconds(9));
        deposit(500);
        for (int count = 0; count < 100; count++) {
            assertThat(budget.tryRetry()).isTrue();
        }
        time.sleep(Duration.ofSeconds(2));

        assertThat(budget.available()).isEqualTo(100 + 100);
    }

    @Test
    void callers_at_the_same_time_spend_no_more_than_was_earned() throws InterruptedException {
        LongAdder retries = new LongAdder();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            threads.add(Thread.startVirtualThread(() -> {
                for (int unit = 0; unit < 50_000; unit++) {
                    budget.deposit(time.getAsLong());
                    if (unit % 3 == 0 && budget.tryRetry()) {
                        retries.increment();
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(retries.sum() + spend()).isEqualTo(8 * 50_000 / 5);
    }

    @Test
    void it_costs_no_memory() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        depositAndSpend(1_000);
        long before = threads.getCurrentThreadAllocatedBytes();

        depositAndSpend(100_000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private void depositAndSpend(int times) {
        for (int count = 0; count < times; count++) {
            budget.deposit(time.getAsLong());
            budget.tryRetry();
        }
    }

    private int spendEveryMillisecond(Duration howLong, int unitsEach) {
        int retries = 0;
        for (long count = 0; count < howLong.toMillis(); count++) {
            time.sleep(MILLISECOND);
            deposit(unitsEach);
            retries += spend();
        }
        return retries;
    }

    private int spend() {
        int retries = 0;
        while (budget.tryRetry()) {
            retries++;
        }
        return retries;
    }

    private void deposit(int units) {
        for (int count = 0; count < units; count++) {
            budget.deposit(time.getAsLong());
        }
    }
}
