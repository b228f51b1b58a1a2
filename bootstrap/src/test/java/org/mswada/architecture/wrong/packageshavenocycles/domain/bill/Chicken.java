package org.mswada.architecture.wrong.packageshavenocycles.domain.bill;

/** One half of a cycle. */
public final class Chicken {
    org.mswada.architecture.wrong.packageshavenocycles.domain.sponsor.Egg egg;
}
