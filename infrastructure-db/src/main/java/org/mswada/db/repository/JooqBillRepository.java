package org.mswada.db.repository;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Bills in PostgreSQL. */
final class JooqBillRepository implements BillRepository {
    private final BillUpsert upsert = new BillUpsert();

    @Inject
    JooqBillRepository() {}

    @Override
    public Optional<Bill> findById(ReadSession session, BillId id) {
        return BillQueries.FIND_BY_ID.one(session, id);
    }

    @Override
    public Optional<Bill> findByKey(ReadSession session, BillKey key) {
        return BillQueries.FIND_BY_KEY.one(session, key);
    }

    @Override
    public BillPage list(ReadSession session, BillFilter filter, @Nullable BillCursor after, int limit) {
        // One row more than the page holds tells whether there is a next page.
        List<BillOverview> found = BillQueries.LIST.list(session,
                new BillListing(filter, after, BillPage.checkLimit(limit) + 1));
        if (found.size() <= limit) {
            return new BillPage(found, null);
        }
        List<BillOverview> page = found.subList(0, limit);
        return new BillPage(page, BillCursor.of(page.getLast()));
    }

    @Override
    public Map<BillId, List<Sponsorship>> sponsorships(ReadSession session, Collection<BillId> bills) {
        return OfBill.byBill(BillChildQueries.SPONSORSHIPS.list(session, bills));
    }

    @Override
    public Map<BillId, List<BillAction>> actions(ReadSession session, Collection<BillId> bills) {
        return OfBill.byBill(BillChildQueries.ACTIONS.list(session, bills));
    }

    @Override
    public List<UpsertResult> upsertBatch(WriteSession session, List<BillContent> bills) {
        return upsert.run(session, bills);
    }
}
