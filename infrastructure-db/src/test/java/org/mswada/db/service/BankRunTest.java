package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mswada.support.faultinjection.FaultPlan;
import org.mswada.support.faultinjection.FaultProxy;

/**
 * Thousands of transfers while connections break at every point of the protocol: what each client was told holds, to the
 * last one. A run leaves its figures, and each unknown transfer, in {@code target/bank-run-*.txt}. It is replayed by
 * {@code -Dmswada.seed}: each connection then meets the same faults; which client gets which is up to the threads.
 */
final class BankRunTest {
    private static final String UNIQUE = "primary key";
    private static final long SEED = Long.getLong("mswada.seed", 20_260_301L);
    private static OwnServer server;

    @BeforeAll
    static void start() throws SQLException {
        server = new OwnServer();
    }

    @AfterAll
    static void stop() throws SQLException {
        server.close();
    }

    @Test
    void ten_thousand_transfers_end_as_their_clients_were_told() throws Exception {
        runThroughService(10_000, Tracking.UNTRACKED);
    }

    @Test
    @Tag("soak")
    void ten_thousand_transfers_end_so_where_positions_are_known() throws Exception {
        runThroughService(10_000, Tracking.TRACKED);
    }

    @Test
    @Tag("soak")
    void a_hundred_thousand_transfers_end_as_their_clients_were_told() throws Exception {
        runThroughService(100_000, Tracking.UNTRACKED);
    }

    /** The control: a plain pool, and trying again whatever fails. */
    @Test
    void plain_jdbc_that_tries_again_makes_transfers_twice() throws Exception {
        BankAudit audit = runThroughPlainJdbc(3);

        assertThat(audit.twice()).as("twice, with seed %d: %s", SEED, audit.figures()).hasSizeGreaterThan(3);
    }

    /** The control of the control: without trying again, it calls failed what is stored. */
    @Test
    void plain_jdbc_that_does_not_try_again_calls_stored_transfers_failed() throws Exception {
        BankAudit audit = runThroughPlainJdbc(1);

        assertThat(audit.twice()).isEmpty();
        assertThat(audit.falseFailures()).as("false failures, with seed %d: %s", SEED, audit.figures())
                .hasSizeGreaterThan(3);
    }

    private static BankAudit runThroughPlainJdbc(int tries) throws Exception {
        Bank bank = new Bank(server, "");
        List<BankEntry> ledger;
        try (FaultProxy proxy = server.proxy();
                HikariDataSource pool = server.plainPool(proxy, BankRun.CONNECTIONS, 1)) {
            proxy.follow(BankFault.plan(SEED));
            ledger = new BankRun(server, new BankOfPlainJdbc(pool, tries), SEED).make(2_000);
        }
        server.awaitSilence();
        return bank.audit(ledger);
    }

    private static void runThroughService(int transfers, Tracking tracking) throws Exception {
        long start = System.nanoTime();
        Bank bank = new Bank(server, UNIQUE);
        FaultPlan plan = BankFault.plan(SEED);
        try (FaultProxy proxy = server.proxy()) {
            DatabaseService service = server.service(proxy, BankRun.CONNECTIONS, tracking);
            BankOfService teller = new BankOfService(service);
            BankRun run = new BankRun(server, teller, SEED);
            proxy.follow(plan);
            List<BankEntry> ledger = run.make(transfers);
            service.close();
            server.awaitSilence();
            BankAudit audit = bank.audit(ledger);
            report(transfers + "-" + tracking, audit, plan, teller, run, service.metrics(), System.nanoTime() - start);
            assertThatWhatWasToldHolds(audit, transfers);
            assertThatAllFaultsStruck(plan, teller, run, transfers);
        }
    }

    private static void assertThatWhatWasToldHolds(BankAudit audit, int transfers) {
        SoftAssertions soft = new SoftAssertions();
        String replay = "with seed " + SEED + " (replay by -Dmswada.seed=" + SEED + "): " + audit.figures();
        soft.assertThat(audit.lost()).as("told as committed and not stored, %s", replay).isEmpty();
        soft.assertThat(audit.falseFailures()).as("told as rolled back and stored, %s", replay).isEmpty();
        soft.assertThat(audit.twice()).as("stored twice, %s", replay).isEmpty();
        soft.assertThat(audit.notAskedFor()).as("stored and not asked for, %s", replay).isEmpty();
        soft.assertThat(audit.wrongBalances()).as("wrong balances, %s", replay).isEmpty();
        soft.assertThat(audit.total()).as("total, %s", replay).isEqualTo(Bank.TOTAL);
        soft.assertThat(audit.committed().size() + audit.rolledBack().size() + audit.unknown())
                .as("accounted for, %s", replay).isEqualTo(transfers);
        soft.assertThat(audit.committed().size()).as("committed, %s", replay).isGreaterThan(transfers / 2);
        soft.assertThat(audit.unknownStored()).as("unknown and stored, %s", replay).hasSizeGreaterThan(5);
        soft.assertThat(audit.unknownNotStored()).as("unknown and not stored, %s", replay).hasSizeGreaterThan(5);
        soft.assertAll();
    }

    private static void assertThatAllFaultsStruck(FaultPlan plan, BankOfService teller, BankRun run, int transfers) {
        SoftAssertions soft = new SoftAssertions();
        BankFault.strikes(plan).forEach((fault, strikes) -> soft.assertThat(strikes)
                .as("strikes of %s with seed %d", fault, SEED).isGreaterThanOrEqualTo(fault.least(transfers)));
        soft.assertThat(teller.trouble()).as("what failed with seed %d", SEED).containsKeys("40001", "40P01", "57P01");
        soft.assertThat(run.ended()).as("backends ended with seed %d", SEED).isGreaterThan(transfers / 1_000);
        soft.assertThat(run.cancelled()).as("backends cancelled with seed %d", SEED).isGreaterThan(transfers / 1_000);
        soft.assertAll();
    }

    /** Each unknown transfer is listed, for none may be unaccounted for. */
    private static void report(String transfers, BankAudit audit, FaultPlan plan, BankOfService teller, BankRun run,
            DatabaseMetrics metrics, long nanos) throws IOException {
        Files.writeString(Path.of("target", "bank-run-" + transfers + ".txt"), transfers + " transfers, seed " + SEED
                + ", " + Duration.ofNanos(nanos).toMillis() + " ms\n" + audit.figures() + "\nstrikes "
                + BankFault.strikes(plan) + "\nbackends ended " + run.ended() + ", cancelled " + run.cancelled()
                + "\nstatements and transfers that failed " + teller.trouble() + "\n" + metrics
                + "\nunknown and stored\n"
                + lines(audit.unknownStored()) + "unknown and not stored\n" + lines(audit.unknownNotStored()));
    }

    private static String lines(List<BankEntry> entries) {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append("  ").append(entry).append('\n'));
        return lines.toString();
    }
}
