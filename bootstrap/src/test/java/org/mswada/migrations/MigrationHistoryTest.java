package org.mswada.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MigrationHistoryTest {
    @Test
    void the_newest_is_the_highest_by_its_numbers_that_the_database_has_seen() {
        assertThat(history(seen("9", MigrationStatus.APPLIED), seen("0010", MigrationStatus.CHANGED),
                new SchemaMigration("0011", "", MigrationStatus.PENDING, null, null)).newest()).contains("0010");
        assertThat(history(seen("1.2", MigrationStatus.APPLIED), seen("1.10", MigrationStatus.APPLIED)).newest())
                .contains("1.10");
    }

    @Test
    void a_baseline_counts_as_seen_and_what_repair_took_out_does_not() {
        assertThat(history(seen("0002", MigrationStatus.BASELINE)).newest()).contains("0002");
        assertThat(history(seen("0099", MigrationStatus.DELETED)).newest()).isEmpty();
    }

    private static MigrationHistory history(SchemaMigration... migrations) {
        return new MigrationHistory(Stream.of(migrations).toList());
    }

    private static SchemaMigration seen(String version, MigrationStatus status) {
        return new SchemaMigration(version, "", status, Instant.EPOCH, 1);
    }
}
