package org.mswada.application.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Bills in memory, some of which are refused as a database would by a constraint. */
public final class InMemoryBills implements BillRepository {
    private static final Comparator<BillOverview> NEWEST_FIRST = Comparator
            .comparing((BillOverview bill) -> bill.progress().introducedOn())
            .thenComparing(bill -> bill.id().value().toString()).reversed();

    private final InMemoryStorage storage;
    private final Predicate<BillContent> refused;

    /** Keeps bills in {@code storage}, all but the {@code refused}. */
    public InMemoryBills(InMemoryStorage storage, Predicate<BillContent> refused) {
        this.storage = storage;
        this.refused = refused;
    }

    @Override
    public Optional<Bill> findById(ReadSession session, BillId id) {
        return Optional.ofNullable(storage.tables(session).bills.get(id)).map(stored -> bill(session, id, stored));
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
    public BillPage list(ReadSession session, BillFilter filter, @Nullable BillCursor after, int limit) {
        List<BillOverview> passed = all(session).map(Bill::overview).filter(bill -> passes(filter, bill))
                .sorted(NEWEST_FIRST).toList();
        int start = after == null ? 0 : passed.stream().map(BillCursor::of).toList().indexOf(after) + 1;
        List<BillOverview> items = passed.subList(start, Math.min(start + BillPage.checkLimit(limit), passed.size()));
        return new BillPage(items, start + limit < passed.size() ? BillCursor.of(items.getLast()) : null);
    }

    private static boolean passes(BillFilter filter, BillOverview bill) {
        return (filter.jurisdiction() == null || filter.jurisdiction().equals(bill.key().jurisdiction()))
                && (filter.session() == null || filter.session().equals(bill.key().session()))
                && (filter.chamber() == null || filter.chamber() == bill.originChamber())
                && (filter.statuses().isEmpty() || filter.statuses().contains(bill.progress().status()));
    }

    @Override
    public Map<BillId, List<Sponsorship>> sponsorships(ReadSession session, Collection<BillId> bills) {
        return children(session, bills, BillContent::sponsorships);
    }

    @Override
    public Map<BillId, List<BillAction>> actions(ReadSession session, Collection<BillId> bills) {
        return children(session, bills, BillContent::actions);
    }

    private <T> Map<BillId, List<T>> children(ReadSession session, Collection<BillId> bills,
            Function<BillContent, List<T>> list) {
        Map<BillId, List<T>> found = new HashMap<>();
        for (BillId id : bills) {
            Tables.StoredBill stored = storage.tables(session).bills.get(id);
            if (stored != null && !list.apply(stored.content()).isEmpty()) {
                found.put(id, list.apply(stored.content()));
            }
        }
        return found;
    }

    @Override
    public List<UpsertResult> upsertBatch(WriteSession session, List<BillContent> bills) {
        List<UpsertResult> results = new ArrayList<>();
        for (BillContent bill : bills) {
            if (refused.test(bill)) {
                throw new ConstraintViolated(ConstraintViolated.Kind.CHECK, "bill_check",
                        "bill " + bill.identifier().printed() + " is refused", new IllegalStateException());
            }
            results.add(upsert(storage.tables(session).bills, bill));
        }
        return results;
    }

    private static UpsertResult upsert(Map<BillId, Tables.StoredBill> stored, BillContent bill) {
        for (Map.Entry<BillId, Tables.StoredBill> entry : stored.entrySet()) {
            BillContent known = entry.getValue().content();
            if (known.session().equals(bill.session())
                    && known.identifier().normalized().equals(bill.identifier().normalized())) {
                if (known.hash().equals(bill.hash())) {
                    return UpsertResult.UNCHANGED;
                }
                entry.setValue(new Tables.StoredBill(bill, entry.getValue().version() + 1));
                return UpsertResult.UPDATED;
            }
        }
        stored.put(bill.newId(), new Tables.StoredBill(bill, 1));
        return UpsertResult.INSERTED;
    }

    private Stream<Bill> all(ReadSession session) {
        return storage.tables(session).bills.entrySet().stream()
                .map(entry -> bill(session, entry.getKey(), entry.getValue()));
    }

    private Bill bill(ReadSession session, BillId id, Tables.StoredBill stored) {
        BillContent content = stored.content();
        Tables.StoredSession legislature = storage.tables(session).sessions.get(content.session());
        BillKey key = new BillKey(legislature.jurisdiction().code(), legislature.session().identifier(),
                content.identifier());
        return new Bill(
                new BillOverview(id, key, content.classification(), content.originChamber(), content.title(),
                        content.shortTitle(), content.progress()),
                content.summary(), content.subjects(), content.lawNumber(), stored.version(), Instant.EPOCH,
                Instant.EPOCH);
    }
}
