package org.mswada.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.mswada.application.bill.BillDetails;
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
import org.mswada.domain.user.UserId;

/** Bills in memory; {@link InMemoryBillWrites} changes them. */
final class InMemoryBills implements BillRepository {
    private static final Comparator<BillCursor> ORDER = Comparator.comparing(BillCursor::key)
            .thenComparing(place -> place.id().value().toString()).reversed();

    final List<BillDetails> bills;
    /** Whether a user follows a bill. */
    BiPredicate<UserId, BillId> followed = (user, bill) -> false;

    InMemoryBills(List<BillDetails> bills) {
        this.bills = new CopyOnWriteArrayList<>(bills);
    }

    Optional<BillDetails> details(BillId id) {
        return bills.stream().filter(details -> details.bill().overview().id().equals(id)).findFirst();
    }

    @Override
    public Optional<Bill> findById(ReadSession session, BillId id) {
        return bills.stream().map(BillDetails::bill).filter(bill -> bill.overview().id().equals(id)).findFirst();
    }

    @Override
    public Optional<Bill> findByKey(ReadSession session, BillKey key) {
        return bills.stream().map(BillDetails::bill).filter(bill -> isSame(bill.overview().key(), key)).findFirst();
    }

    private static boolean isSame(BillKey one, BillKey other) {
        return one.jurisdiction().equals(other.jurisdiction()) && one.session().equals(other.session())
                && one.identifier().normalized().equals(other.identifier().normalized());
    }

    @Override
    public BillPage list(ReadSession session, BillFilter filter, BillSort sort, BillCursor after,
            int limit) {
        List<BillOverview> rest = bills.stream().map(details -> details.bill().overview())
                .filter(bill -> passes(bill, filter))
                .sorted(Comparator.comparing(bill -> BillCursor.of(sort, filter, bill), order(sort)))
                .filter(bill -> after == null || order(sort).compare(BillCursor.of(sort, filter, bill), after) > 0)
                .toList();
        List<BillOverview> page = rest.stream().limit(limit).toList();
        return new BillPage(page, rest.size() > limit ? BillCursor.of(sort, filter, page.getLast()) : null);
    }

    private static Comparator<BillCursor> order(BillSort sort) {
        return sort.isNewestFirst() ? ORDER : ORDER.reversed();
    }

    boolean passes(BillOverview bill, BillFilter filter) {
        return (filter.jurisdiction() == null || filter.jurisdiction().equals(bill.key().jurisdiction()))
                && (filter.session() == null || filter.session().equals(bill.key().session()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(bill.progress().status()))
                && (filter.chamber() == null || filter.chamber() == bill.originChamber())
                && (filter.trackedBy() == null || followed.test(filter.trackedBy(), bill.id()));
    }

    @Override
    public Map<BillId, List<Sponsorship>> sponsorships(ReadSession session, Collection<BillId> ids) {
        return bills.stream().filter(details -> ids.contains(details.bill().overview().id()))
                .collect(Collectors.toMap(details -> details.bill().overview().id(), BillDetails::sponsorships));
    }

    @Override
    public Map<BillId, List<BillAction>> actions(ReadSession session, Collection<BillId> ids) {
        return bills.stream().filter(details -> ids.contains(details.bill().overview().id()))
                .collect(Collectors.toMap(details -> details.bill().overview().id(), BillDetails::actions));
    }

    @Override
    public List<Bill> findByIds(ReadSession session, List<BillId> ids) {
        return ids.stream().map(id -> findById(session, id)).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Bill> findByExternalId(ReadSession session, ExternalIdentifier identifier) {
        return bills.stream().map(BillDetails::bill)
                .filter(bill -> bill.context().identifiers().contains(identifier)).findFirst();
    }

    @Override
    public BillCount count(ReadSession session, BillFilter filter, BillCount.Way way) {
        return new BillCount(bills.stream().filter(details -> passes(details.bill().overview(), filter)).count(),
                BillCount.Precision.EXACT);
    }

    @Override
    public Map<BillId, List<RelatedBill>> relatedBills(ReadSession session, Collection<BillId> ids) {
        return Map.of();
    }

    @Override
    public Map<BillId, StatusHistory> statusHistories(ReadSession session, Collection<BillId> ids) {
        return bills.stream().filter(details -> ids.contains(details.bill().overview().id()))
                .collect(Collectors.toMap(details -> details.bill().overview().id(),
                        details -> StatusHistory.of(details.bill().overview().originChamber(),
                                details.bill().overview().progress().introducedOn(), details.actions())));
    }
}
