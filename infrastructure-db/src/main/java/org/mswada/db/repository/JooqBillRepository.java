package org.mswada.db.repository;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillCount;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.StatusHistory;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.storage.ReadSession;

/** Bills in PostgreSQL. */
final class JooqBillRepository implements BillRepository {
    @Inject
    JooqBillRepository() {}

    @Override
    public Optional<Bill> findById(ReadSession session, BillId id) {
        return BillQueries.FIND_BY_ID.one(session, id);
    }

    @Override
    public List<Bill> findByIds(ReadSession session, List<BillId> ids) {
        BillRepository.checkIds(ids);
        Map<BillId, Bill> found = BillQueries.FIND_BY_IDS.list(session, ids).stream()
                .collect(Collectors.toMap(bill -> bill.overview().id(), Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Optional<Bill> findByKey(ReadSession session, BillKey key) {
        return BillQueries.FIND_BY_KEY.one(session, key);
    }

    @Override
    public Optional<Bill> findByExternalId(ReadSession session, ExternalIdentifier identifier) {
        return BillQueries.FIND_BY_EXTERNAL_ID.one(session, identifier);
    }

    @Override
    public BillPage list(ReadSession session, BillFilter filter, BillSort sort, @Nullable BillCursor after,
            int limit) {
        BillPage.checkLimit(limit);
        if (after != null) {
            after.checkBelongsTo(filter, sort);
        }
        // One row more than the page holds tells whether there is a next page.
        List<BillOverview> found = BillLists.of(sort).list(session, BillListing.of(filter, after, limit + 1));
        if (found.size() <= limit) {
            return new BillPage(found, null);
        }
        List<BillOverview> page = found.subList(0, limit);
        return new BillPage(page, BillCursor.of(sort, filter, page.getLast()));
    }

    @Override
    public BillCount count(ReadSession session, BillFilter filter, BillCount.Way way) {
        return BillCounts.count(session, filter, way);
    }

    @Override
    public Map<BillId, List<Sponsorship>> sponsorships(ReadSession session, Collection<BillId> bills) {
        BillRepository.checkIds(bills);
        return OfBill.byBill(BillChildQueries.SPONSORSHIPS.list(session, bills));
    }

    @Override
    public Map<BillId, List<BillAction>> actions(ReadSession session, Collection<BillId> bills) {
        BillRepository.checkIds(bills);
        return OfBill.byBill(BillChildQueries.ACTIONS.list(session, bills));
    }

    @Override
    public Map<BillId, List<RelatedBill>> relatedBills(ReadSession session, Collection<BillId> bills) {
        BillRepository.checkIds(bills);
        return OfBill.byBill(BillChildQueries.RELATED.list(session, bills));
    }

    @Override
    public Map<BillId, StatusHistory> statusHistories(ReadSession session, Collection<BillId> bills) {
        BillRepository.checkIds(bills);
        return StatusStep.histories(BillChildQueries.STATUS_STEPS.list(session, bills));
    }
}
