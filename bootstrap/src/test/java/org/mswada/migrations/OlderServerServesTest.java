package org.mswada.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.Rejection;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.ServerComponent;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.user.Actor;
import org.mswada.importing.demo.DemoLegislature;
import org.mswada.support.testdatabase.TestDatabase;

/** This release reads while the next one's additive migrations are applied. */
final class OlderServerServesTest {
    private static final int READERS = 2;
    private static final int READS_EACH_SIDE = 50;

    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    @TempDir
    Path folder;

    private final AtomicLong reads = new AtomicLong();
    private final AtomicBoolean end = new AtomicBoolean();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Test
    void no_read_fails_while_columns_tables_and_indexes_are_added() throws Exception {
        SchemaMigrator next = new MigrationsFolder(folder)
                .with("V9001__columns.sql", "alter table bill add column note text not null default 'none';",
                        "alter table sponsor add column note text;", "create table note (id bigint primary key);")
                .with("V9002__index.sql", "create index concurrently bill_note_idx on bill (note);")
                .with("V9003__fill.sql", "update bill set note = title;")
                .migrator(database);
        try (Lifecycle lifecycle = new Lifecycle()) {
            ServerComponent server = server(lifecycle);
            server.importBills().run(Actor.OPERATOR, DemoLegislature.open(), new Quiet()).done();
            int demo = server.listBills().page(BillFilter.ALL, BillSort.INTRODUCED, null, 50).items().size();
            assertThat(demo).isPositive();
            List<Thread> readers = Stream.generate(() -> Thread.ofPlatform().unstarted(() -> read(server, demo)))
                    .limit(READERS).toList();
            readers.forEach(Thread::start);
            try {
                awaitReads(READS_EACH_SIDE);
                assertThat(BoundedMigration.run(next, database)).isEqualTo(3);
                awaitReads(reads.get() + READS_EACH_SIDE);
            } finally {
                end.set(true);
            }
            for (Thread reader : readers) {
                assertThat(reader.join(Duration.ofSeconds(10))).isTrue();
            }
        }
        assertThat(failures).isEmpty();
    }

    private ServerComponent server(Lifecycle lifecycle) throws Exception {
        return DatabaseAccess.own(ConfigReader.read(ConfigSources.of(Map.of("MSWADA_DB_URL", database.jdbcUrl(),
                "MSWADA_DB_USER", database.user(), "MSWADA_DB_PASSWORD", database.password()))), lifecycle, line -> {})
                .component(lifecycle, new SimpleMeterRegistry());
    }

    private void read(ServerComponent server, int expected) {
        while (!end.get()) {
            try {
                int found = server.listBills().page(BillFilter.ALL, BillSort.INTRODUCED, null, 50).items().size();
                if (found != expected) {
                    failures.add(new AssertionError("read " + found + " bills, not " + expected));
                }
                reads.incrementAndGet();
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
    }

    private void awaitReads(long wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (reads.get() < wanted) {
            assertThat(System.nanoTime()).as("only %s of %s reads; %s", reads, wanted, failures).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** Nobody looks at how the demo is loaded. */
    private static final class Quiet implements ImportProgress {
        @Override
        public void stored(ImportSummary summary) {
            // Not looked at.
        }

        @Override
        public void rejected(Rejection rejection) {
            throw new AssertionError(rejection);
        }
    }
}
