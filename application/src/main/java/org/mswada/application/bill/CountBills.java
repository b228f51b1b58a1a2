package org.mswada.application.bill;

import org.mswada.domain.bill.BillCount;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Counts bills. */
public final class CountBills {
    private static final Operation COUNT = Operation.read("bill.count");

    private final UnitOfWork units;
    private final BillRepository bills;

    /** Reads {@code bills} in units of {@code units}. */
    public CountBills(UnitOfWork units, BillRepository bills) {
        this.units = units;
        this.bills = bills;
    }

    /** Returns how many bills pass the filter, and how that number is meant. */
    public BillCount count(BillFilter filter, BillCount.Way way) {
        return units.read(COUNT, session -> bills.count(session, filter, way));
    }
}
