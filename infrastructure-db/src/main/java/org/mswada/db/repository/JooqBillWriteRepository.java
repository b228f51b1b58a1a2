package org.mswada.db.repository;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCreateResult;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.WriteSession;

/** Writes bills to PostgreSQL. */
final class JooqBillWriteRepository implements BillWriteRepository {
    private final BillCreation creation = new BillCreation();
    private final BillUpdates updates = new BillUpdates();
    private final BillUpsert upsert = new BillUpsert();
    private final BillLapse lapse = new BillLapse();

    @Inject
    JooqBillWriteRepository() {}

    @Override
    public List<BillCreateResult> createBatch(WriteSession session, List<BillContent> bills) {
        return creation.run(session, checkKeys(bills));
    }

    @Override
    public List<BillWriteResult> updateBatch(WriteSession session, List<BillUpdate> batch) {
        checkBatch(batch.stream().map(BillUpdate::id).toList());
        return updates.edit(session, batch);
    }

    @Override
    public List<BillWriteResult> deleteBatch(WriteSession session, List<BillVersion> bills) {
        checkBatch(bills.stream().map(BillVersion::id).toList());
        return updates.delete(session, bills);
    }

    @Override
    public BillWriteResult restore(WriteSession session, BillId id) {
        return updates.restore(session, id);
    }

    @Override
    public BillWriteResult appendActions(WriteSession session, BillVersion bill, BillProgress progress,
            boolean irregular, List<BillAction> actions) {
        return updates.appendActions(session, bill, progress, irregular, actions);
    }

    @Override
    public BillWriteResult replaceSponsorships(WriteSession session, BillVersion bill,
            List<Sponsorship> sponsorships) {
        return updates.replaceSponsorships(session, bill, sponsorships);
    }

    @Override
    public List<UpsertResult> upsertBatch(WriteSession session, List<BillContent> bills) {
        return upsert.run(session, checkKeys(bills));
    }

    @Override
    public int lapse(WriteSession session, SessionId legislativeSession, LocalDate on) {
        return lapse.run(session, legislativeSession, on);
    }

    private static List<BillContent> checkKeys(List<BillContent> bills) {
        checkBatch(bills.stream().map(bill -> List.of(bill.session(), bill.identifier().normalized())).toList());
        return bills;
    }

    private static void checkBatch(List<?> keys) {
        if (keys.size() > MAXIMUM_BATCH) {
            throw new IllegalArgumentException("a batch of " + keys.size() + " bills is larger than " + MAXIMUM_BATCH
                    + ": cut it into smaller ones");
        }
        Set<Object> seen = new HashSet<>();
        for (Object key : keys) {
            if (!seen.add(key)) {
                throw new IllegalArgumentException("a batch has two rows about the same bill: " + key);
            }
        }
    }
}
