package org.mswada.db.service;

import java.util.SplittableRandom;
import java.util.UUID;

/** A transfer that a client asks for, known by an id that the client made. */
record BankTransfer(UUID id, int payer, int payee, int amount) {
    /** Accounts are numbered from 0. */
    static final int ACCOUNTS = 2_000;
    private static final int BUSY_ACCOUNTS = 6;
    private static final int LARGEST_AMOUNT = 100;

    /** Returns any transfer between any two accounts. */
    static BankTransfer next(SplittableRandom random) {
        return next(random, ACCOUNTS);
    }

    /** Returns any transfer between two of the few busy accounts, which is likely to meet another. */
    static BankTransfer nextBusy(SplittableRandom random) {
        return next(random, BUSY_ACCOUNTS);
    }

    private static BankTransfer next(SplittableRandom random, int accounts) {
        int payer = random.nextInt(accounts);
        int payee = (payer + 1 + random.nextInt(accounts - 1)) % accounts;
        return new BankTransfer(new UUID(random.nextLong(), random.nextLong()), payer, payee,
                1 + random.nextInt(LARGEST_AMOUNT));
    }
}
