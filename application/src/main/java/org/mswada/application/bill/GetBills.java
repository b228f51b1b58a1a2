package org.mswada.application.bill;

import java.util.List;
import java.util.Map;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Finds many bills with their sponsorships and actions, by three statements for any number. */
public final class GetBills {
    private static final Operation GET = Operation.read("bill.get-many");

    private final UnitOfWork units;
    private final BillRepository bills;

    /** Reads {@code bills} in units of {@code units}. */
    public GetBills(UnitOfWork units, BillRepository bills) {
        this.units = units;
        this.bills = bills;
    }

    /** Finds bills in the order of the ids; what is not there is left out. At most {@link BillRepository#MAXIMUM_IDS}. */
    public List<BillDetails> byIds(List<BillId> ids) {
        return units.snapshot(GET, session -> {
            List<Bill> found = bills.findByIds(session, ids);
            List<BillId> there = found.stream().map(bill -> bill.overview().id()).toList();
            Map<BillId, List<Sponsorship>> sponsorships = bills.sponsorships(session, there);
            Map<BillId, List<BillAction>> actions = bills.actions(session, there);
            return found.stream().map(bill -> new BillDetails(bill,
                    sponsorships.getOrDefault(bill.overview().id(), List.of()),
                    actions.getOrDefault(bill.overview().id(), List.of()))).toList();
        });
    }
}
