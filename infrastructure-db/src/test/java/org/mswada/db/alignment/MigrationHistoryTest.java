package org.mswada.db.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MigrationHistoryTest {
    private static final MigrationHistory SHIPPED = history(row("0001", "SQL", 1, true), row("0002", "SQL", 2, true),
            row("0010", "SQL", 10, true));

    @Test
    void the_same_history_has_no_findings() {
        assertThat(SHIPPED.compare(SHIPPED, List.of())).isEmpty();
    }

    @Test
    void a_changed_checksum_is_drift() {
        assertThat(history(row("0001", "SQL", 1, true), row("0002", "SQL", 7, true), row("0010", "SQL", 10, true))
                .compare(SHIPPED, List.of())).singleElement().satisfies(finding -> {
                    assertThat(finding.object()).isEqualTo("migration 0002");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.DRIFT);
                    assertThat(finding.expected() + finding.found()).contains("checksum 2", "checksum 7");
                });
    }

    @Test
    void a_migration_that_failed_half_way_is_drift() {
        assertThat(history(row("0001", "SQL", 1, true), row("0002", "SQL", 2, false), row("0010", "SQL", 10, true))
                .compare(SHIPPED, List.of())).extracting(Finding::found).containsExactly("failed half-way");
    }

    @Test
    void a_migration_that_later_ones_went_past_is_drift() {
        assertThat(history(row("0001", "SQL", 1, true), row("0010", "SQL", 10, true)).compare(SHIPPED, List.of()))
                .extracting(Finding::object, Finding::severity)
                .containsExactly(tuple("migration 0002", Finding.Severity.DRIFT));
    }

    @Test
    void a_baseline_stands_for_all_migrations_up_to_it() {
        MigrationHistory baselined = history(row("0002", "BASELINE", null, true), row("0010", "SQL", 10, true));
        assertThat(baselined.compare(SHIPPED, List.of())).isEmpty();
        assertThat(history(row("0002", "BASELINE", null, true)).newest()).contains("0002");
    }

    @Test
    void a_migration_that_repair_took_out_counts_no_more() {
        MigrationHistory repaired = history(row("0001", "SQL", 1, true), row("0002", "SQL", 2, true),
                row("0010", "SQL", 10, true), row("0099", "SQL", 99, true), row("0099", "DELETE", 99, true));
        assertThat(repaired.compare(SHIPPED, List.of())).isEmpty();
    }

    @Test
    void what_the_reference_has_not_applied_either_is_pending() {
        assertThat(SHIPPED.compare(SHIPPED, List.of("0011"))).extracting(Finding::object, Finding::severity)
                .containsExactly(tuple("migration 0011", Finding.Severity.PENDING));
    }

    @Test
    void versions_are_ordered_by_their_numbers() {
        assertThat(AppliedMigration.compareVersions("9", "0010")).isNegative();
        assertThat(AppliedMigration.compareVersions("1.2", "1.10")).isNegative();
        assertThat(AppliedMigration.compareVersions("1", "1.0")).isZero();
        assertThat(SHIPPED.newest()).contains("0010");
    }

    private static MigrationHistory history(AppliedMigration... rows) {
        return MigrationHistory.of(Stream.of(rows).toList());
    }

    private static AppliedMigration row(String version, String type, @Nullable Integer checksum, boolean success) {
        return new AppliedMigration(version, "V" + version + "__x.sql", type, checksum, success);
    }
}
