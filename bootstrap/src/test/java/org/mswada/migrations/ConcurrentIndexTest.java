package org.mswada.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.testdatabase.TestDatabase;

/** A migration that creates an index without keeping writers out, which PostgreSQL refuses inside a transaction. */
final class ConcurrentIndexTest {
    private static final String SCRIPT = "V9001__concurrent_index.sql";
    private static final String INDEX = "create index concurrently bill_concurrent_idx on bill (created_at);";
    private static final String VALID = "select indisvalid from pg_index where indexrelid = "
            + "to_regclass('bill_concurrent_idx')";
    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    @TempDir
    Path folder;

    @Test
    void it_is_applied() throws Exception {
        SchemaMigrator migrator = new MigrationsFolder(folder).with(SCRIPT, INDEX).migrator(database);
        assertThat(BoundedMigration.run(migrator, database)).isEqualTo(1);
        assertThat(Statements.first(database.dataSource(), VALID)).isEqualTo("t");
    }

    /** The control: without our setting the same migration waits for Flyway's own lock for ever. */
    @Test
    void with_the_lock_that_is_the_default_of_flyway_it_hangs() throws Exception {
        Flyway flyway = Flyway.configure().dataSource(database.dataSource())
                .locations("classpath:db/migration", new MigrationsFolder(folder).with(SCRIPT, INDEX).location())
                .load();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> run = thread.submit(flyway::migrate);
            try {
                assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> run.get(5, TimeUnit.SECONDS));
                assertThat(Statements.first(database.dataSource(), VALID)).isEqualTo("f");
            } finally {
                BoundedMigration.endAll(database);
            }
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> run.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void when_it_fails_it_is_told_that_a_part_may_be_left_and_that_repair_is_next() throws Exception {
        SchemaMigrator migrator = new MigrationsFolder(folder)
                .with(SCRIPT, INDEX.replace("created_at", "no_such_column")).migrator(database);

        assertThatExceptionOfType(MigrationFailed.class).isThrownBy(migrator::migrate)
                .withMessageContaining("V9001__concurrent_index.sql").withMessageContaining("no_such_column")
                .withMessageContaining("part of it may be applied").withMessageContaining("mswada flyway repair");
        assertThat(migrator.history().drift()).singleElement()
                .extracting(SchemaMigration::status).isEqualTo(MigrationStatus.FAILED);
        assertThatExceptionOfType(MigrationFailed.class).isThrownBy(migrator::migrate)
                .matches(MigrationFailed::isDrift).withMessageContaining("broke off half-way");

        assertThat(migrator.repair()).containsExactly("9001 concurrent index: forgot that it failed");
        assertThat(migrator.pending()).containsExactly("9001");
    }

    @Test
    void one_that_fails_in_a_transaction_leaves_nothing_and_says_so() throws Exception {
        SchemaMigrator migrator = new MigrationsFolder(folder)
                .with(SCRIPT, "create table half (id int);", "select no_such_function();").migrator(database);

        assertThatExceptionOfType(MigrationFailed.class).isThrownBy(migrator::migrate)
                .withMessageContaining(SCRIPT).withMessageContaining("Nothing of that migration was applied");
        assertThat(Statements.first(database.dataSource(), "select to_regclass('half') is null")).isEqualTo("t");
        assertThat(migrator.pending()).containsExactly("9001");
    }
}
