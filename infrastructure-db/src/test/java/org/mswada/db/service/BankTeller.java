package org.mswada.db.service;

import java.util.SplittableRandom;

/** Makes transfers, and tells what became of each. Safe for use by many threads. */
@FunctionalInterface
interface BankTeller {
    /** Makes one transfer; how is chosen by {@code random} where there is a choice. */
    BankEntry make(BankTransfer transfer, SplittableRandom random);
}
