package org.mswada.architecture.wrong.packageshavenocycles.domain.sponsor;

/** The other half of a cycle. */
public final class Egg {
    org.mswada.architecture.wrong.packageshavenocycles.domain.bill.Chicken chicken;
}
