package org.mswada.application.bill;

import java.util.Collection;
import java.util.Map;
import org.mswada.domain.bill.BillEngagement;
import org.mswada.domain.bill.BillEngagementRepository;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Tells how much bills are looked at, talked about and followed. */
public final class GetEngagement {
    private static final Operation GET = Operation.read("bill.engagement");

    private final UnitOfWork units;
    private final BillEngagementRepository engagement;

    /** Reads {@code engagement} in units of {@code units}. */
    public GetEngagement(UnitOfWork units, BillEngagementRepository engagement) {
        this.units = units;
        this.engagement = engagement;
    }

    /** Returns the counters of these bills; one that nobody has looked at or follows, or that is deleted, is not in the map. */
    public Map<BillId, BillEngagement> of(Collection<BillId> bills) {
        return units.read(GET, session -> engagement.engagement(session, bills));
    }
}
