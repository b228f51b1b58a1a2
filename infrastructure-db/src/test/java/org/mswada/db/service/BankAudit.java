package org.mswada.db.service;

import java.util.List;

/**
 * What the clients were told, held against what is stored.
 *
 * @param committed those told as committed
 * @param rolledBack those told as rolled back
 * @param unknownStored those told as unknown that are stored
 * @param unknownNotStored those told as unknown that are not
 * @param lost told as committed, not stored
 * @param falseFailures told as rolled back, stored
 * @param twice stored more than once
 * @param notAskedFor stored, and not what anybody asked for
 * @param wrongBalances accounts whose balance is not what the stored transfers make it
 * @param total all balances together
 */
record BankAudit(List<BankEntry> committed, List<BankEntry> rolledBack, List<BankEntry> unknownStored,
        List<BankEntry> unknownNotStored, List<BankEntry> lost, List<BankEntry> falseFailures,
        List<BankTransfer> twice, List<BankTransfer> notAskedFor, List<String> wrongBalances, long total) {

    int unknown() {
        return unknownStored.size() + unknownNotStored.size();
    }

    String figures() {
        return "committed " + committed.size() + ", rolled back " + rolledBack.size() + ", unknown " + unknown() + " ("
                + unknownStored.size() + " stored, " + unknownNotStored.size() + " not), lost " + lost.size()
                + ", false failures " + falseFailures.size() + ", twice " + twice.size() + ", not asked for "
                + notAskedFor.size() + ", wrong balances " + wrongBalances.size();
    }
}
