package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.db.execution.Decision.Disposal;
import org.mswada.db.execution.Decision.Outcome;
import org.mswada.db.execution.Decision.Retry;

final class FailureClassifierTest {
    private static final List<Decided> ALL = everyFailure();

    @Test
    void the_list_of_states_is_the_manuals() {
        assertThat(SqlStates.documented()).hasSize(262).doesNotHaveDuplicates().contains("00000", "25P04", "XX002");
    }

    @Test
    void a_unit_that_may_have_been_stored_never_runs_again_unless_idempotent() {
        assertThat(ALL).filteredOn(decided -> decided.is(Outcome.UNKNOWN) && !decided.idempotent).isNotEmpty()
                .allMatch(decided -> decided.is(Retry.NEVER));
    }

    @Test
    void commit_sent_without_the_servers_reply_is_always_unknown() {
        assertThat(ALL).filteredOn(decided -> decided.phase.isCommitSent() && !decided.failure.replied())
                .isNotEmpty().allMatch(decided -> decided.is(Outcome.UNKNOWN));
    }

    @Test
    void an_unknown_outcome_is_reported_as_such_and_nothing_else_is() {
        assertThat(ALL).allMatch(
                decided -> decided.is(Outcome.UNKNOWN) == (decided.decision.kind() == FailureKind.UNKNOWN_OUTCOME));
    }

    @Test
    void nothing_is_stored_before_there_is_a_connection() {
        assertThat(ALL).filteredOn(decided -> decided.phase == Phase.CONNECTING)
                .allMatch(decided -> decided.is(Outcome.NOTHING_STORED));
    }

    @Test
    void in_a_unit_only_what_calls_itself_unknown_is_unknown() {
        assertThat(ALL).filteredOn(decided -> decided.phase == Phase.IN_UNIT && decided.is(Outcome.UNKNOWN))
                .extracting(decided -> decided.failure.state()).containsOnly("08007", "40003");
    }

    @Test
    void a_business_error_is_never_counted_and_never_retried_and_keeps_its_connection() {
        of("22", "23", "42", "44").allMatch(decided -> !decided.decision.countsForBreaker())
                .allMatch(decided -> decided.is(Retry.NEVER)).allMatch(decided -> decided.is(Disposal.KEEP));
    }

    @Test
    void refused_data_is_a_constraint_and_a_wrong_statement_is_unexpected() {
        replied("22", "23", "44", "54000").allMatch(decided -> decided.decision.kind() == FailureKind.CONSTRAINT);
        replied("42", "21", "P0").allMatch(decided -> decided.decision.kind() == FailureKind.UNEXPECTED);
    }

    @Test
    void a_serialization_failure_and_a_deadlock_are_retried_even_at_commit_and_never_counted() {
        replied("40001", "40P01").allMatch(decided -> decided.is(Retry.WHILE_DEADLINE))
                .allMatch(decided -> decided.is(Outcome.NOTHING_STORED)).allMatch(decided -> decided.is(Disposal.KEEP))
                .allMatch(decided -> !decided.decision.countsForBreaker())
                .allMatch(decided -> decided.decision.kind() == FailureKind.CONFLICT);
    }

    /** The question reads no table, and so meets no data, no constraint and no concurrent unit. */
    @Test
    void after_the_question_for_the_position_only_what_commit_alone_can_meet_is_known() {
        assertThat(ALL).filteredOn(decided -> decided.phase == Phase.COMMIT_AND_POSITION_SENT
                && decided.failure.replied() && !decided.is(Outcome.UNKNOWN)).isNotEmpty()
                .allMatch(decided -> decided.in("22", "23", "44", "54000", "40"));
        assertThat(ALL).filteredOn(decided -> decided.phase == Phase.COMMIT_AND_POSITION_SENT
                && decided.failure.replied() && decided.in("23", "40001", "40P01")).isNotEmpty()
                .allMatch(decided -> decided.is(Outcome.NOTHING_STORED));
    }

    @Test
    void the_question_for_the_position_never_makes_a_doubt_a_certainty() {
        for (Decided decided : ALL) {
            if (decided.phase == Phase.COMMIT_SENT && decided.is(Outcome.UNKNOWN)) {
                assertThat(FailureClassifier.decide(decided.failure, Phase.COMMIT_AND_POSITION_SENT,
                        decided.idempotent)).isEqualTo(decided.decision);
            }
        }
    }

    @Test
    void a_connection_lost_at_commit_is_unknown_whoever_says_so() {
        assertThat(ALL)
                .filteredOn(decided -> decided.phase.isCommitSent() && decided.in("08", "57P0", "25P03", "25P04"))
                .isNotEmpty().allMatch(decided -> decided.is(Outcome.UNKNOWN) && decided.is(Disposal.EVICT));
    }

    @Test
    void a_connection_lost_before_commit_is_retried_and_counted() {
        assertThat(ALL).filteredOn(decided -> !decided.phase.isCommitSent()
                && decided.in("08000", "08001", "08003", "08004", "08006", "57P01", "57P02", "57P03")).isNotEmpty()
                .allMatch(decided -> decided.is(Retry.WHILE_DEADLINE) && decided.is(Disposal.EVICT)
                        && decided.decision.countsForBreaker()
                        && decided.decision.kind() == FailureKind.UNAVAILABLE);
    }

    @Test
    void a_timeout_is_never_counted_and_never_retried() {
        of("57014").allMatch(decided -> decided.is(Retry.NEVER) && !decided.decision.countsForBreaker());
        replied("57014").allMatch(decided -> decided.decision.kind() == FailureKind.TIMEOUT);
    }

    @Test
    void a_swallowed_error_is_never_retried_and_a_read_only_node_loses_its_connections() {
        of("25P02").allMatch(decided -> decided.is(Retry.NEVER) && !decided.decision.countsForBreaker());
        of("25006").allMatch(decided -> decided.is(Disposal.EVICT) && !decided.decision.countsForBreaker());
    }

    @Test
    void a_damaged_or_exhausted_server_is_counted_and_never_retried_blindly() {
        assertThat(ALL).filteredOn(decided -> decided.in("53", "58", "XX") && !"53300".equals(decided.failure.state()))
                .isNotEmpty().allMatch(decided -> (decided.is(Retry.NEVER) || decided.is(Retry.ELSEWHERE))
                        && decided.decision.countsForBreaker());
        of("58", "XX").allMatch(decided -> decided.is(Disposal.EVICT));
    }

    @Test
    void a_stale_plan_is_retried_once_and_any_other_missing_feature_never() {
        ReportedFailure stale = new ReportedFailure("0A000", true, true);
        assertThat(FailureClassifier.decide(stale, Phase.IN_UNIT, false))
                .isEqualTo(
                        new Decision(FailureKind.CONFLICT, Retry.ONCE, Outcome.NOTHING_STORED, false, Disposal.KEEP));
        of("0A000").allMatch(decided -> decided.is(Retry.NEVER));
    }

    @Test
    void the_reply_of_a_deferred_constraint_at_commit_is_definite() {
        assertThat(FailureClassifier.decide(new ReportedFailure("23505", true, false), Phase.COMMIT_SENT, false))
                .isEqualTo(new Decision(FailureKind.CONSTRAINT, Retry.NEVER, Outcome.NOTHING_STORED, false,
                        Disposal.KEEP));
    }

    @ParameterizedTest
    @CsvSource({"ZZ999", "99999", "60000", "07006", "02000", "ZZ99", "ZZ9999"})
    void a_state_that_is_none_of_the_servers_errors_is_never_retried_and_in_doubt_at_commit(String state) {
        assertThat(ALL).filteredOn(decided -> state.equals(decided.failure.state())).isNotEmpty()
                .allMatch(decided -> decided.is(Retry.NEVER) && !decided.decision.countsForBreaker())
                .allMatch(decided -> decided.is(Outcome.UNKNOWN) == decided.phase.isCommitSent())
                .allMatch(decided -> decided.is(Disposal.EVICT));
    }

    @Test
    void no_state_means_a_pool_that_can_open_nothing_while_connecting_and_a_broken_driver_later() {
        assertThat(decide(null, Phase.CONNECTING, false).kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(decide(null, Phase.CONNECTING, false).countsForBreaker()).isTrue();
        assertThat(decide(null, Phase.IN_UNIT, false).kind()).isEqualTo(FailureKind.UNEXPECTED);
        assertThat(decide(null, Phase.COMMIT_SENT, false).kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    }

    @Test
    void being_idempotent_never_takes_a_retry_away_and_changes_nothing_else() {
        for (Decided decided : ALL) {
            Decision cautious = FailureClassifier.decide(decided.failure, decided.phase, false);
            Decision bold = FailureClassifier.decide(decided.failure, decided.phase, true);
            assertThat(bold.retry()).isGreaterThanOrEqualTo(cautious.retry());
            assertThat(bold).usingRecursiveComparison().ignoringFields("retry").isEqualTo(cautious);
        }
    }

    @Test
    void every_row_names_documented_states_or_classes_and_every_documented_error_has_a_row_of_its_own() {
        Set<String> documented = Set.copyOf(SqlStates.documented());
        List<String> named = FailureTable.ROWS.stream().flatMap(row -> row.states().stream()).toList();

        assertThat(named).doesNotHaveDuplicates().filteredOn(key -> key.matches("[0-9A-Z]{5}"))
                .allMatch(documented::contains);
        assertThat(named).filteredOn(key -> key.endsWith("xxx"))
                .allMatch(key -> documented.stream().anyMatch(state -> state.startsWith(key.substring(0, 2))));
        assertThat(documented).filteredOn(state -> !state.matches("0[012].*"))
                .allMatch(state -> named.contains(state) || named.contains(state.substring(0, 2) + "xxx"));
    }

    private static ListAssert<Decided> of(String... prefixes) {
        return assertThat(ALL).filteredOn(decided -> decided.in(prefixes)).isNotEmpty();
    }

    /** Those that do not lack the server's word on a COMMIT. */
    private static ListAssert<Decided> replied(String... prefixes) {
        Predicate<Decided> definite = decided -> decided.phase != Phase.COMMIT_AND_POSITION_SENT
                && (decided.failure.replied() || decided.phase != Phase.COMMIT_SENT);
        return assertThat(ALL).filteredOn(definite.and(decided -> decided.in(prefixes))).isNotEmpty();
    }

    private static Decision decide(@Nullable String state, Phase phase, boolean idempotent) {
        return FailureClassifier.decide(new ReportedFailure(state, false, false), phase, idempotent);
    }

    private static List<Decided> everyFailure() {
        List<Decided> all = new ArrayList<>();
        for (String state : SqlStates.all()) {
            for (Phase phase : Phase.values()) {
                for (boolean idempotent : new boolean[]{false, true}) {
                    for (boolean replied : new boolean[]{false, true}) {
                        ReportedFailure failure = new ReportedFailure(state, replied, false);
                        all.add(new Decided(failure, phase, idempotent,
                                FailureClassifier.decide(failure, phase, idempotent)));
                    }
                }
            }
        }
        return all;
    }

    /** One case of the whole product, and what was decided. */
    private record Decided(ReportedFailure failure, Phase phase, boolean idempotent, Decision decision) {
        boolean in(String... prefixes) {
            return List.of(prefixes).stream().anyMatch(String.valueOf(failure.state())::startsWith);
        }

        boolean is(Object part) {
            return decision.retry() == part || decision.outcome() == part || decision.disposal() == part;
        }
    }
}
