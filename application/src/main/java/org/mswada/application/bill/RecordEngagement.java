package org.mswada.application.bill;

import java.util.Map;
import org.mswada.domain.bill.BillEngagementRepository;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.EngagementDelta;
import org.mswada.domain.bill.EngagementResult;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;

/** Counts that people looked at bills or said something of them. */
public final class RecordEngagement {
    private static final Operation RECORD = Operation.write("bill.record-engagement");

    private final UnitOfWork units;
    private final BillEngagementRepository engagement;

    /** Writes to {@code engagement} in units of {@code units}. */
    public RecordEngagement(UnitOfWork units, BillEngagementRepository engagement) {
        this.units = units;
        this.engagement = engagement;
    }

    /** Moves the counters of bills by one statement, and tells of each bill whether they are moved. */
    public Guarded<Map<BillId, EngagementResult>> record(Actor actor, Map<BillId, EngagementDelta> deltas) {
        return actor.may(Permission.ENGAGE)
                ? new Guarded.Done<>(units.writeSingle(RECORD, session -> engagement.merge(session, deltas)))
                : new Guarded.Forbidden<>(Permission.ENGAGE);
    }
}
