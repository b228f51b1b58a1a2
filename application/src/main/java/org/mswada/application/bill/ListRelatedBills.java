package org.mswada.application.bill;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Tells to which other bills bills relate. */
public final class ListRelatedBills {
    private static final Operation LIST = Operation.read("bill.related");

    private final UnitOfWork units;
    private final BillRepository bills;

    /** Reads {@code bills} in units of {@code units}. */
    public ListRelatedBills(UnitOfWork units, BillRepository bills) {
        this.units = units;
        this.bills = bills;
    }

    /** Returns the bills that these relate to, in the source's order; a bill without any is not in the map. */
    public Map<BillId, List<RelatedBill>> of(Collection<BillId> ids) {
        return units.read(LIST, session -> bills.relatedBills(session, ids));
    }
}
