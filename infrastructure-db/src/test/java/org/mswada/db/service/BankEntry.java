package org.mswada.db.service;

/** What a client noted in its ledger about a transfer. */
record BankEntry(BankTransfer transfer, Told told) {
    /** What it was told. */
    enum Told {
        COMMITTED, ROLLED_BACK, UNKNOWN
    }
}
