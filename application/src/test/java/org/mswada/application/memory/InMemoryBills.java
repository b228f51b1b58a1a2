package org.mswada.application.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
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

/** Bills in memory. */
public final class InMemoryBills implements BillRepository {
    private final InMemoryStorage storage;

    /** Finds bills in {@code storage}. */
    public InMemoryBills(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<Bill> findById(ReadSession session, BillId id) {
        return Optional.ofNullable(stored(session).get(id)).map(stored -> bill(session, id, stored));
    }

    @Override
    public List<Bill> findByIds(ReadSession session, List<BillId> ids) {
        BillRepository.checkIds(ids);
        return ids.stream().map(id -> findById(session, id)).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Bill> findByKey(ReadSession session, BillKey key) {
        return all(session).filter(bill -> {
            BillKey own = bill.overview().key();
            return own.jurisdiction().equals(key.jurisdiction()) && own.session().equals(key.session())
                    && own.identifier().normalized().equals(key.identifier().normalized());
        }).findFirst();
    }

    @Override
    public Optional<Bill> findByExternalId(ReadSession session, ExternalIdentifier identifier) {
        return all(session).filter(bill -> bill.context().identifiers().contains(identifier)).findFirst();
    }

    @Override
    public BillPage list(ReadSession session, BillFilter filter, BillSort sort, @Nullable BillCursor after,
            int limit) {
        BillPage.checkLimit(limit);
        if (after != null) {
            after.checkBelongsTo(filter, sort);
        }
        List<BillOverview> rest = passing(session, filter).sorted(InMemoryOrder.of(sort))
                .filter(bill -> after == null
                        || InMemoryOrder.places(sort).compare(BillCursor.of(sort, filter, bill), after) > 0)
                .toList();
        List<BillOverview> page = rest.subList(0, Math.min(limit, rest.size()));
        return new BillPage(page, rest.size() > limit ? BillCursor.of(sort, filter, page.getLast()) : null);
    }

    @Override
    public BillCount count(ReadSession session, BillFilter filter, BillCount.Way way) {
        return new BillCount(passing(session, filter).count(), way == BillCount.Way.ESTIMATED
                ? BillCount.Precision.ESTIMATED
                : BillCount.Precision.EXACT);
    }

    private Stream<BillOverview> passing(ReadSession session, BillFilter filter) {
        return all(session).filter(bill -> InMemoryFilter.passes(filter, bill,
                Objects.requireNonNull(stored(session).get(bill.overview().id())).content(),
                storage.tables(session).tracked)).map(Bill::overview);
    }

    @Override
    public Map<BillId, List<Sponsorship>> sponsorships(ReadSession session, Collection<BillId> bills) {
        return children(session, bills, BillContent::sponsorships);
    }

    @Override
    public Map<BillId, List<BillAction>> actions(ReadSession session, Collection<BillId> bills) {
        return children(session, bills, BillContent::actions);
    }

    @Override
    public Map<BillId, List<RelatedBill>> relatedBills(ReadSession session, Collection<BillId> bills) {
        Map<BillId, List<RelatedBill>> found = children(session, bills, BillContent::related);
        found.replaceAll((id, related) -> related.stream().map(each -> resolved(session, id, each)).toList());
        return found;
    }

    private RelatedBill resolved(ReadSession session, BillId of, RelatedBill related) {
        BillKey own = findById(session, of).orElseThrow().overview().key();
        BillId other = findByKey(session, new BillKey(own.jurisdiction(), related.session(), related.identifier()))
                .map(bill -> bill.overview().id()).orElse(null);
        return new RelatedBill(related.ordinal(), related.session(), related.identifier(), related.kind(),
                related.reason(), other);
    }

    @Override
    public Map<BillId, StatusHistory> statusHistories(ReadSession session, Collection<BillId> bills) {
        BillRepository.checkIds(bills);
        Map<BillId, StatusHistory> found = new HashMap<>();
        for (BillId id : bills) {
            Tables.StoredBill stored = stored(session).get(id);
            if (stored != null) {
                BillContent content = stored.content();
                found.put(id, StatusHistory.of(content.originChamber(), content.progress().introducedOn(),
                        content.actions()));
            }
        }
        return found;
    }

    private <T> Map<BillId, List<T>> children(ReadSession session, Collection<BillId> bills,
            Function<BillContent, List<T>> list) {
        BillRepository.checkIds(bills);
        Map<BillId, List<T>> found = new HashMap<>();
        for (BillId id : bills) {
            Tables.StoredBill stored = stored(session).get(id);
            if (stored != null && !list.apply(stored.content()).isEmpty()) {
                found.put(id, list.apply(stored.content()));
            }
        }
        return found;
    }

    /** Those that are not deleted. */
    private Map<BillId, Tables.StoredBill> stored(ReadSession session) {
        Map<BillId, Tables.StoredBill> there = new LinkedHashMap<>(storage.tables(session).bills);
        there.values().removeIf(Tables.StoredBill::deleted);
        return there;
    }

    private Stream<Bill> all(ReadSession session) {
        return stored(session).entrySet().stream().map(entry -> bill(session, entry.getKey(), entry.getValue()));
    }

    private Bill bill(ReadSession session, BillId id, Tables.StoredBill stored) {
        BillContent content = stored.content();
        Tables.StoredSession legislature = storage.tables(session).sessions.get(content.session());
        BillKey key = new BillKey(legislature.jurisdiction().code(), legislature.session().identifier(),
                content.identifier());
        return new Bill(
                new BillOverview(id, key, content.classification(), content.originChamber(), content.title(),
                        content.shortTitle(), content.progress(), stored.version(), stored.updatedAt()),
                content.summary(), content.subjects(), content.lawNumber(), content.context(), content.irregular(),
                stored.updatedAt());
    }
}
