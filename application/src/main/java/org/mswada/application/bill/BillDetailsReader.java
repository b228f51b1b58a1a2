package org.mswada.application.bill;

import java.util.List;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.storage.ReadSession;

/** Adds to a bill what belongs to it, in two statements. */
final class BillDetailsReader {
    private final BillRepository bills;

    BillDetailsReader(BillRepository bills) {
        this.bills = bills;
    }

    BillDetails complete(ReadSession session, Bill bill) {
        BillId id = bill.overview().id();
        return new BillDetails(bill, bills.sponsorships(session, List.of(id)).getOrDefault(id, List.of()),
                bills.actions(session, List.of(id)).getOrDefault(id, List.of()));
    }
}
