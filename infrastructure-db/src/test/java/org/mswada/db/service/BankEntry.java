package org.mswada.db.service;

/**
 * What a client noted in its ledger about a transfer.
 *
 * @param note how it was made, and what was said besides
 */
record BankEntry(BankTransfer transfer, Told told, String note) {
    /** What it was told. */
    enum Told {
        COMMITTED, ROLLED_BACK, UNKNOWN
    }
}
