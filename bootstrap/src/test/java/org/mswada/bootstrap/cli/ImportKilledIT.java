package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.bootstrap.Await;
import org.mswada.bootstrap.Figures;
import org.mswada.bootstrap.ServerProcess;
import org.mswada.support.testdatabase.TestDatabase;

/** The packaged import, killed or told to stop in the middle and run again: as if nothing had happened. */
final class ImportKilledIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long SEED = 20_261_127;
    private static final String CONGRESS = "us-congress";
    private static final String INTERCHANGE = "interchange";
    /** More than one transaction takes. */
    private static final int MEMBERS = 300;
    private static final int FIRST_BILLS = 1_100;
    private static final int SOAK_KILLS = 20;
    private static final int LONGEST_DELAY_MILLIS = 400;
    private static final int MOST_BILLS = 300;
    /** In the order in which a transaction writes them. */
    private static final List<String> TABLES = List.of("bill", "bill_action", "sponsorship", "bill_subject");
    private static final String WAITING = "select count(*)::text from pg_locks where not granted and database = "
            + "(select oid from pg_database where datname = current_database())";

    @RegisterExtension
    private final TestDatabase undisturbed = TestDatabase.migratedPerTest();
    @RegisterExtension
    private final TestDatabase killed = TestDatabase.migratedPerTest();

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    void killed_in_a_transaction_and_stopped_between_two_it_ends_with_the_same_content() throws Exception {
        Path file = firstBills();
        // Beside the processes, which mostly start and wait.
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> whole = beside.submit(() -> importInto(undisturbed, CONGRESS, file));
            String table = TABLES.get(random.nextInt(TABLES.size()));
            killInTransaction(CONGRESS, file, table);
            assertThat(bills()).as("killed while it wrote to %s", table).isZero();
            assertThat(rejects()).as("what was rejected before it was killed").content()
                    .matches("\\{.*\"line\":1,.*\"text\":\"\\{}\"}\n");
            stopBetweenBatches(file);
            assertEndsAsUndisturbed(CONGRESS, file, whole.get());
        }
        assertThat(
                ContentDump.query(killed, "with gone as (delete from sponsorship where ctid = (select min(ctid) from "
                        + "sponsorship) returning 1) select count(*)::text from gone"))
                .containsExactly("1");
        assertThat(ContentDump.content(killed)).as("a difference is seen")
                .isNotEqualTo(ContentDump.content(undisturbed));
    }

    @Test
    void killed_while_it_stores_or_counts_the_work_of_sponsors_it_ends_with_the_same_content()
            throws Exception {
        Path file = interchange();
        for (String table : List.of("sponsorship", "sponsor_metrics")) {
            killInTransaction(INTERCHANGE, file, table);
            assertThat(number("select count(*)::text from " + table)).as("killed while it wrote to %s", table)
                    .isEqualTo("0");
        }
        assertEndsAsUndisturbed(INTERCHANGE, file, importInto(undisturbed, INTERCHANGE, file));
        assertThat(number("select count(*) || ' linked, ' || (select count(*) from sponsorship where ambiguous) || "
                + "' ambiguous' from sponsorship where sponsor_id is not null"))
                .isEqualTo(2 * MEMBERS - 2 + " linked, 2 ambiguous");
    }

    @Test
    @Tag("soak")
    void killed_at_any_moment_it_ends_with_the_same_content() throws Exception {
        Path congress = RealData.file("us-congress-bills/bills-113.ndjson.gz");
        for (int round = 0; round < SOAK_KILLS; round++) {
            int before = bills();
            killAfter(congress, 1 + random.nextInt(MOST_BILLS),
                    Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS)));
            Figures.show("round %d: %d bills, %d more", round, before, bills() - before);
        }
        assertThat(bills()).as("it was killed in the middle").isPositive();
        assertEndsAsUndisturbed(CONGRESS, congress, importInto(undisturbed, CONGRESS, congress));
    }

    /** Enough batches to stop among them, and few enough for the gate; the first line is no bill. */
    private Path firstBills() throws IOException {
        Path congress = RealData.file("us-congress-bills/bills-113.ndjson.gz");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(congress)), StandardCharsets.UTF_8))) {
            return Files.write(folder.resolve("bills.ndjson"),
                    Stream.concat(Stream.of("{}"), lines.lines().limit(FIRST_BILLS)).toList());
        }
    }

    /** Each member sponsors a bill and is named by the one before; two bear one name. */
    private Path interchange() throws IOException {
        List<String> lines = new ArrayList<>(List.of("{\"type\":\"mswada-interchange\",\"version\":1}", """
                {"type":"jurisdiction","id":"ocd-jurisdiction/country:ke/government","code":"ke","name":"Kenya",\
                "classification":"country","time_zone":"Africa/Nairobi"}""", """
                {"type":"session","jurisdiction":"ke","identifier":"13","name":"13th","classification":"primary",\
                "start_date":"2022-09-08"}"""));
        for (int member = 0; member < MEMBERS; member++) {
            lines.add(
                    """
                            {"type":"sponsor","jurisdiction":"ke","name":"%s","identifiers":[{"scheme":"ke","identifier":"%d"}],\
                            "memberships":[{"organization":"Assembly","start_date":"2017-09-01"}]}"""
                            .formatted(name(member), member));
        }
        for (int bill = 0; bill < MEMBERS; bill++) {
            lines.add(
                    """
                            {"type":"bill","jurisdiction":"ke","session":"13","identifier":"NAB %d/2023","classification":"bill",\
                            "origin_chamber":"lower","title":"A Bill","introduced_on":"2023-03-01","sponsorships":[\
                            {"sponsor":{"scheme":"ke","identifier":"%d"},"name_as_printed":"Hon.","entity_type":"person",\
                            "role":"primary"},{"name_as_printed":"%s","entity_type":"person","role":"cosponsor"}]}"""
                            .formatted(bill, bill, name((bill + 1) % MEMBERS)));
        }
        return Files.write(folder.resolve("interchange.ndjson"), lines);
    }

    private static String name(int member) {
        return "Member " + Math.min(member, MEMBERS - 2);
    }

    private static String importInto(TestDatabase database, String format, Path file) {
        return CommandRun.of(CommandRun.variables(database), "import", format, file.toString()).out();
    }

    private void assertEndsAsUndisturbed(String format, Path file, String undisturbedRun) throws Exception {
        assertThat(undisturbedRun).containsPattern("[01] rejected");
        assertThat(importInto(killed, format, file)).containsPattern("[01] rejected");
        assertThat(ContentDump.content(killed)).isEqualTo(ContentDump.content(undisturbed));
    }

    /** The lock has the transaction wait in its middle, so that it is there when the process is killed. */
    private void killInTransaction(String format, Path file, String table) throws Exception {
        try (Connection connection = killed.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ServerProcess process = start(format, file, "--rejects", rejects().toString())) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in share mode");
            await(() -> !number(WAITING).equals("0"), process);
            process.kill();
        }
    }

    /** Some bills after it began to store, and some milliseconds more: that is anywhere in a transaction, or between two. */
    private void killAfter(Path file, int bills, Duration delay) throws Exception {
        try (ServerProcess process = start(CONGRESS, file)) {
            int before = bills();
            await(() -> bills() >= before + bills || !process.isAlive(), process);
            long end = System.nanoTime() + delay.toNanos();
            await(() -> System.nanoTime() > end, process);
            process.kill();
        }
    }

    /** A batch waits for the lock when the signal comes: it is stored to its end, and the next is not begun. */
    private void stopBetweenBatches(Path file) throws Exception {
        try (Connection connection = killed.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ServerProcess process = start(CONGRESS, file, "--rejects", rejects().toString())) {
            await(() -> bills() > 0, process);
            connection.setAutoCommit(false);
            statement.execute("lock table bill_action in share mode");
            process.signal("INT");
            process.awaitOutput("stopping at the end of this batch");
            connection.rollback();
            assertThat(process.exitCode()).as(process.output()).isEqualTo(75);
            assertThat(process.output()).containsPattern("Stopped after .*:\\d+, at the end of a batch\\. Run the same "
                    + "command again to go on");
            assertThat(bills()).isBetween(1, FIRST_BILLS - 1);
            assertThat(rejects()).content().hasLineCount(1);
        }
    }

    private Path rejects() {
        return folder.resolve("rejects.ndjson");
    }

    private ServerProcess start(String format, Path file, String... options) throws Exception {
        String[] arguments = Stream.concat(Stream.of("import", format, file.toString()), Arrays.stream(options))
                .toArray(String[]::new);
        return ServerProcess.run("-XX:TieredStopAtLevel=1", folder, CommandRun.variables(killed), arguments);
    }

    private static void await(Condition condition, ServerProcess process) {
        Await.until(LIMIT, () -> {
            try {
                return condition.holds();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }, process::output);
    }

    private int bills() throws SQLException {
        return Integer.parseInt(number("select count(*)::text from bill"));
    }

    private String number(String sql) throws SQLException {
        return ContentDump.query(killed, sql).getFirst();
    }

    /** What is waited for. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws SQLException;
    }
}
