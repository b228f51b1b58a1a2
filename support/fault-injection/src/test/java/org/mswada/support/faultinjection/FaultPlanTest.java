package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A plan decides by chance, but always the same. */
final class FaultPlanTest {
    private static final FaultRule NOT_DELIVERED = Fault.reset().when(Moment.COMMIT_SENT);
    private static final FaultRule DELIVERED = Fault.reset().when(Moment.COMMIT_DELIVERED);
    private static final FaultRule REPLY_CUT = Fault.fin().when(Moment.COMMIT_ANSWERED);

    /** Long enough that no healthy commit takes it, or the count of strikes would not explain the failures. */
    private static final int GIVE_UP_MILLIS = 3_000;

    private static FaultPlan plan(long seed) {
        return FaultPlan.seeded(seed, FaultPlan.Choice.nothing(50), FaultPlan.Choice.of(20, NOT_DELIVERED),
                FaultPlan.Choice.of(10, DELIVERED), FaultPlan.Choice.of(20, REPLY_CUT));
    }

    /** What one client saw, and what was stored in the end. */
    private record Run(FaultPlan plan, List<Boolean> acknowledged, List<Boolean> stored) {}

    private static Run run(long seed) throws SQLException {
        FaultPlan plan = plan(seed);
        List<Boolean> acknowledged = new ArrayList<>();
        List<Boolean> stored = new ArrayList<>();
        try (Ledger ledger = Ledger.open()) {
            ledger.proxy().follow(plan);
            for (int entry = 0; entry < 40; entry++) {
                acknowledged.add(isStored(ledger, entry));
            }
            assertThat(ledger.losesAllBackends()).isTrue();
            for (int entry = 0; entry < 40; entry++) {
                stored.add(ledger.has(entry));
            }
        }
        return new Run(plan, acknowledged, stored);
    }

    private static boolean isStored(Ledger ledger, int entry) {
        try (Connection connection = ledger.connectAndInsert(entry)) {
            connection.commit();
            return true;
        } catch (SQLException struck) {
            return false;
        }
    }

    @Test
    void the_same_seed_breaks_the_same_units_in_the_same_way() throws Exception {
        long seed = 20_260_101;
        Run first = run(seed);
        Run second = run(seed);
        assertThat(second.plan().decisions()).isEqualTo(first.plan().decisions());
        assertThat(second.acknowledged()).isEqualTo(first.acknowledged());
        assertThat(second.stored()).isEqualTo(first.stored());
        assertThat(first.plan().decisions()).filteredOn(FaultPlan.Decision::struck).hasSizeGreaterThan(10);
        assertThat(first.stored()).contains(true, false).isNotEqualTo(first.acknowledged());
        assertThat(IntStream.range(0, 40)).noneMatch(entry -> first.acknowledged().get(entry)
                && !first.stored().get(entry));
    }

    @Test
    void under_concurrency_each_strike_has_its_own_effect_and_no_other() throws Exception {
        FaultRule held = Fault.hold(Direction.TO_SERVER).untilTheClientIsGone().when(Moment.COMMIT_SENT);
        FaultPlan plan = FaultPlan.seeded(4_711, FaultPlan.Choice.nothing(60), FaultPlan.Choice.of(10, NOT_DELIVERED),
                FaultPlan.Choice.of(10, DELIVERED), FaultPlan.Choice.of(10, REPLY_CUT),
                FaultPlan.Choice.of(5, held));
        try (Ledger ledger = Ledger.open(); ExecutorService clients = Executors.newFixedThreadPool(4)) {
            ledger.proxy().follow(plan);
            List<Future<Long>> acknowledged = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                int first = client * 100;
                acknowledged.add(clients.submit(() -> store(ledger, first, first + 50)));
            }
            long expected = 0;
            for (Future<Long> count : acknowledged) {
                expected += count.get();
            }
            assertThat(ledger.losesAllBackends()).as("%s", plan).isTrue();
            expected += plan.decisions().stream()
                    .filter(decision -> decision.struck() && !decision.rule().equals(NOT_DELIVERED)).count();
            assertThat(Ledger.number(ledger.direct(), "select count(*) from " + ledger.table())).as("%s", plan)
                    .isEqualTo(expected);
            assertThat(plan.decisions().stream().filter(FaultPlan.Decision::struck).map(FaultPlan.Decision::rule))
                    .contains(NOT_DELIVERED, DELIVERED, REPLY_CUT, held);
        }
    }

    /** Stores entries one by one, on a connection kept until it breaks; returns how many were acknowledged. */
    static long store(Ledger ledger, int first, int end) throws SQLException {
        long acknowledged = 0;
        int entry = first;
        while (entry < end) {
            try (Connection connection = ledger.connect()) {
                connection.setNetworkTimeout(Runnable::run, GIVE_UP_MILLIS);
                connection.setAutoCommit(false);
                while (entry < end) {
                    Ledger.execute(connection, ledger.insert(entry++));
                    connection.commit();
                    acknowledged++;
                }
            } catch (SQLException struck) {
                assertThat(struck.getSQLState()).isEqualTo("08006");
            }
        }
        return acknowledged;
    }

    @Test
    void another_seed_breaks_others() {
        assertThat(decisions(plan(1))).isEqualTo(decisions(plan(1))).isNotEqualTo(decisions(plan(2)));
    }

    private static List<Optional<FaultRule>> decisions(FaultPlan plan) {
        return IntStream.range(0, 100).mapToObj(number -> plan.decide(number / 10, number % 10)).toList();
    }

    @Test
    void weights_are_kept() {
        FaultPlan plan = plan(new SplittableRandom().nextLong());
        Map<Optional<FaultRule>, Integer> counts = new HashMap<>();
        for (int number = 0; number < 10_000; number++) {
            counts.merge(plan.decide(number / 100, number % 100), 1, Integer::sum);
        }
        assertThat(counts.get(Optional.<FaultRule>empty())).as("%s", plan).isBetween(4_700, 5_300);
        assertThat(counts.get(Optional.of(DELIVERED))).as("%s", plan).isBetween(800, 1_200);
    }

    @Test
    void a_plan_prints_what_a_replay_needs() throws Exception {
        FaultPlan plan = FaultPlan.seeded(7, FaultPlan.Choice.of(1, REPLY_CUT));
        try (Ledger ledger = Ledger.open()) {
            ledger.proxy().follow(plan);
            assertThat(isStored(ledger, 1)).isFalse();
            ledger.proxy().heal();
            assertThat(isStored(ledger, 2)).isTrue();
        }
        assertThat(plan.toString()).contains("7L").contains("connection 1 unit").contains("at COMMIT_ANSWERED");
        assertThat(plan.decisions()).filteredOn(FaultPlan.Decision::struck).hasSize(1);
    }

    @Test
    void a_plan_that_cannot_work_is_refused() {
        assertThatThrownBy(() -> FaultPlan.seeded(1, FaultPlan.Choice.nothing(0))).hasMessageContaining("above 0");
        assertThatThrownBy(() -> FaultPlan.Choice.nothing(-1)).hasMessageContaining("below 0");
        assertThatThrownBy(() -> FaultPlan.Choice.of(1, Fault.reset().now())).hasMessageContaining("when()");
    }
}
