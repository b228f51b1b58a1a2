package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.bootstrap.Await;
import org.mswada.bootstrap.ServerProcess;
import org.mswada.support.testdatabase.TestDatabase;

/** The packaged import of legislators, told to stop in the middle and run again: as if nothing had happened. */
final class ImportLegislatorsStoppedIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Five batches: one is stored, one waits, one is read ahead, and so two are never begun. */
    private static final int MEMBERS = 1_250;
    private static final int FIRST_BATCH = 250;
    /** Takes the identifier of a member of the second batch, which waits until it is known whether that is kept. */
    private static final String HOLD = "with held as (insert into sponsor (id, jurisdiction_id, name) "
            + "select gen_random_uuid(), id, 'Held' from jurisdiction returning id) "
            + "insert into sponsor_identifier select 'bioguide', 'M00300', id from held";
    private static final String WAITING = "select count(*)::text from pg_stat_activity "
            + "where datname = current_database() and wait_event_type = 'Lock'";

    @RegisterExtension
    private final TestDatabase undisturbed = TestDatabase.migratedPerTest();
    @RegisterExtension
    private final TestDatabase stopped = TestDatabase.migratedPerTest();

    @TempDir
    private Path folder;

    @Test
    void stopped_between_two_batches_it_goes_on_and_a_third_run_writes_nothing() throws Exception {
        Path file = LegislatorFiles.csv(folder.resolve("members.csv"), MEMBERS);
        assertThat(run(undisturbed, file).out()).startsWith(MEMBERS + " inserted, 0 updated, 0 unchanged, 0 rejected");
        assertThat(run(stopped, LegislatorFiles.csv(folder.resolve("first.csv"), 1)).exitCode()).isZero();

        stop(file);
        int kept = sponsors(stopped);
        assertThat(kept).isBetween(2 * FIRST_BATCH, MEMBERS - 1);
        assertThat(ContentDump.query(stopped, "select count(*)::text from sponsor_metrics"))
                .as("what follows an import is left to the run that ends it").containsExactly("1");

        CommandRun again = run(stopped, file);
        assertThat(again.out()).startsWith((MEMBERS - kept) + " inserted, 0 updated, " + kept
                + " unchanged, 0 rejected").contains("figures of " + (MEMBERS - 1) + " sponsors changed");
        assertThat(ContentDump.content(stopped)).isEqualTo(ContentDump.content(undisturbed));

        List<String> before = ContentDump.versions(stopped);
        assertThat(run(stopped, file).out()).startsWith("0 inserted, 0 updated, " + MEMBERS + " unchanged");
        assertThat(ContentDump.versions(stopped)).as("row versions, locks, and updated_at").isEqualTo(before);
    }

    private void stop(Path file) throws Exception {
        try (Connection connection = stopped.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(HOLD);
            try (ServerProcess process = ServerProcess.run("-XX:TieredStopAtLevel=1", folder,
                    CommandRun.variables(stopped), "import", "legislators", file.toString())) {
                Await.until(LIMIT, () -> isWaiting() || !process.isAlive(), process::output);
                assertThat(sponsors(stopped)).as(process.output()).isEqualTo(FIRST_BATCH);
                process.signal("INT");
                process.awaitOutput("stopping at the end of this batch");
                connection.rollback();
                assertThat(process.exitCode()).as(process.output()).isEqualTo(75);
                assertThat(process.output()).containsPattern("Stopped after .*:\\d+, at the end of a batch\\. Run the "
                        + "same command again to go on").doesNotContain("linked");
            }
        }
    }

    private boolean isWaiting() {
        try {
            return !ContentDump.query(stopped, WAITING).getFirst().equals("0");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static int sponsors(TestDatabase database) throws SQLException {
        return Integer.parseInt(ContentDump.query(database, "select count(*)::text from sponsor").getFirst());
    }

    private static CommandRun run(TestDatabase database, Path file) {
        return CommandRun.of(CommandRun.variables(database), "import", "legislators", file.toString());
    }
}
