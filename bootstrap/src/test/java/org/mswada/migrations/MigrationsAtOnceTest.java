package org.mswada.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.support.testdatabase.TestDatabase;

/** Several servers that start at the same time on an empty database. */
final class MigrationsAtOnceTest {
    private static final int SERVERS = 4;
    private static final int LIMIT_SECONDS = 60;

    @RegisterExtension
    private final TestDatabase database = TestDatabase.emptyPerTest();

    @RepeatedTest(3)
    void each_migration_is_applied_by_exactly_one_and_none_fails() throws Exception {
        CyclicBarrier together = new CyclicBarrier(SERVERS);
        List<String> applied = new ArrayList<>();
        try (ExecutorService servers = Executors.newFixedThreadPool(SERVERS)) {
            List<Future<List<AppliedMigration>>> runs = new ArrayList<>();
            for (int server = 0; server < SERVERS; server++) {
                runs.add(servers.submit(() -> {
                    together.await(LIMIT_SECONDS, TimeUnit.SECONDS);
                    return new SchemaMigrator(database.jdbcUrl(), database.user(), database.password()).apply();
                }));
            }
            for (Future<List<AppliedMigration>> run : runs) {
                run.get(LIMIT_SECONDS, TimeUnit.SECONDS).forEach(migration -> applied.add(migration.version()));
            }
        }
        List<String> shipped = new SchemaMigrator(database.jdbcUrl(), database.user(), database.password()).history()
                .migrations().stream().map(SchemaMigration::version).toList();
        assertThat(shipped).hasSizeGreaterThanOrEqualTo(4);
        assertThat(applied).containsExactlyInAnyOrderElementsOf(shipped);
        assertThat(Statements.first(database.dataSource(), "select count(*) from flyway_schema_history"))
                .isEqualTo(String.valueOf(shipped.size()));
    }
}
