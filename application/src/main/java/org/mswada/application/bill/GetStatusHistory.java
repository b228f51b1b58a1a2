package org.mswada.application.bill;

import java.util.List;
import java.util.Optional;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.StatusHistory;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Tells through which statuses a bill went, and what caused each. */
public final class GetStatusHistory {
    private static final Operation GET = Operation.read("bill.status-history");

    private final UnitOfWork units;
    private final BillRepository bills;

    /** Reads {@code bills} in units of {@code units}. */
    public GetStatusHistory(UnitOfWork units, BillRepository bills) {
        this.units = units;
        this.bills = bills;
    }

    /** Returns the statuses of a bill, or empty if there is no such bill. */
    public Optional<StatusHistory> of(BillId id) {
        return units.read(GET, session -> Optional.ofNullable(bills.statusHistories(session, List.of(id)).get(id)));
    }
}
