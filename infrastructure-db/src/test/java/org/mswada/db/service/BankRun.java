package org.mswada.db.service;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Many clients that ask for transfers, each with a ledger of its own, while backends are cancelled and ended. */
final class BankRun {
    static final int CONNECTIONS = 12;
    private static final int CLIENTS = 32;
    private static final int TRANSFERS_PER_STRIKE = 200;
    private static final int FRACTION_OF_BUSY_TRANSFERS = 20;
    private static final Duration PAUSE_AFTER_A_REFUSAL = Duration.ofMillis(20);
    private static final String SOME_BACKEND = "select pid from pg_stat_activity where application_name = '"
            + OwnServer.APPLICATION + "' order by state = 'active' desc, random() limit 1";

    private final OwnServer server;
    private final BankTeller teller;
    private final long seed;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    BankRun(OwnServer server, BankTeller teller, long seed) {
        this.server = server;
        this.teller = teller;
        this.seed = seed;
    }

    /** Returns what all clients noted. */
    List<BankEntry> make(int transfers) throws Exception {
        List<BankEntry> all = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            SplittableRandom seeds = new SplittableRandom(seed);
            List<Future<List<BankEntry>>> ledgers = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                SplittableRandom random = seeds.split();
                int share = transfers / CLIENTS + (client < transfers % CLIENTS ? 1 : 0);
                ledgers.add(clients.submit(() -> makeShare(share, random)));
            }
            for (Future<List<BankEntry>> ledger : ledgers) {
                all.addAll(ledger.get());
            }
        }
        return all;
    }

    private List<BankEntry> makeShare(int share, SplittableRandom random) throws SQLException {
        List<BankEntry> ledger = new ArrayList<>();
        while (ledger.size() < share) {
            // All begin with a rush for a few accounts: later, a held lock would stop everybody too long.
            boolean busy = ledger.size() < share / FRACTION_OF_BUSY_TRANSFERS;
            BankTransfer transfer = busy ? BankTransfer.nextBusy(random) : BankTransfer.next(random);
            BankEntry entry = teller.make(transfer, random);
            ledger.add(entry);
            if (entry.told() == BankEntry.Told.ROLLED_BACK) {
                LockSupport.parkNanos(PAUSE_AFTER_A_REFUSAL.toNanos());
            }
            strikeNowAndThen();
        }
        return ledger;
    }

    private void strikeNowAndThen() throws SQLException {
        int number = made.incrementAndGet();
        if (number % TRANSFERS_PER_STRIKE == 0) {
            int backend = (int) server.number(SOME_BACKEND);
            boolean ends = number % (2 * TRANSFERS_PER_STRIKE) == 0;
            if (ends && server.faults().terminate(backend)) {
                ended.incrementAndGet();
            } else if (!ends && server.faults().cancel(backend)) {
                cancelled.incrementAndGet();
            }
        }
    }

    int ended() {
        return ended.get();
    }

    int cancelled() {
        return cancelled.get();
    }
}
