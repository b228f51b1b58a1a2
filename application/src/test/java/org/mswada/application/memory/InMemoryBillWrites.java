package org.mswada.application.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCreateResult;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.WriteSession;

/** Writes bills to memory, some of which are refused as a database would by a constraint at the end of the unit. */
public final class InMemoryBillWrites implements BillWriteRepository {
    private final InMemoryStorage storage;
    private final Predicate<BillContent> refused;

    /** Keeps bills in {@code storage}, all but the {@code refused}. */
    public InMemoryBillWrites(InMemoryStorage storage, Predicate<BillContent> refused) {
        this.storage = storage;
        this.refused = refused;
    }

    @Override
    public List<BillCreateResult> createBatch(WriteSession session, List<BillContent> bills) {
        checkDistinct(bills.stream().map(InMemoryBillWrites::key).toList());
        return bills.stream().map(bill -> create(session, bill)).toList();
    }

    private BillCreateResult create(WriteSession session, BillContent bill) {
        Optional<Map.Entry<BillId, Tables.StoredBill>> holder = holder(session, bill);
        if (holder.isPresent()) {
            return new BillCreateResult.NumberTaken(holder.get().getKey(), holder.get().getValue().deleted());
        }
        LocalDate closedOn = storage.tables(session).closedSessions.get(bill.session());
        if (closedOn != null) {
            return new BillCreateResult.SessionClosed(closedOn);
        }
        String taken = InMemoryIdentifiers.taken(storage.tables(session), bill.newId(), bill.context());
        if (taken != null) {
            return new BillCreateResult.Refused(ConstraintViolated.Kind.UNIQUE, taken);
        }
        put(session, bill.newId(), bill, 1, false);
        return new BillCreateResult.Created(bill.newId());
    }

    @Override
    public List<BillWriteResult> updateBatch(WriteSession session, List<BillUpdate> updates) {
        checkDistinct(updates.stream().map(BillUpdate::id).toList());
        return updates.stream().map(update -> update(session, update)).toList();
    }

    private BillWriteResult update(WriteSession session, BillUpdate update) {
        BillVersion read = new BillVersion(update.id(), update.expectedVersion());
        BillWriteResult refusal = refusal(session, read);
        String taken = InMemoryIdentifiers.taken(storage.tables(session), update.id(), update.edit().context());
        if (refusal == null && taken != null) {
            return new BillWriteResult.Refused(ConstraintViolated.Kind.UNIQUE, taken);
        }
        return change(session, read, content -> edited(content, update.edit()));
    }

    @Override
    public List<BillWriteResult> deleteBatch(WriteSession session, List<BillVersion> bills) {
        checkDistinct(bills.stream().map(BillVersion::id).toList());
        return bills.stream().map(bill -> {
            BillWriteResult result = change(session, bill, content -> content);
            if (result instanceof BillWriteResult.Written written) {
                put(session, bill.id(), stored(session).get(bill.id()).content(), written.version(), true);
            }
            return result;
        }).toList();
    }

    @Override
    public BillWriteResult restore(WriteSession session, BillId id) {
        Tables.StoredBill stored = stored(session).get(id);
        if (stored == null || !stored.deleted()) {
            return new BillWriteResult.Missing();
        }
        put(session, id, kept(session, stored.content()), stored.version() + 1, false);
        return new BillWriteResult.Written(stored.version() + 1);
    }

    @Override
    public BillWriteResult appendActions(WriteSession session, BillVersion bill, BillProgress progress,
            boolean irregular, List<BillAction> actions) {
        Tables.StoredBill stored = stored(session).get(bill.id());
        LocalDate closedOn = stored == null
                ? null
                : storage.tables(session).closedSessions.get(stored.content().session());
        if (refusal(session, bill) == null && closedOn != null && progress.status().isOpen()) {
            return new BillWriteResult.SessionClosed(closedOn);
        }
        return change(session, bill, content -> with(content, progress,
                Stream.concat(content.actions().stream(), actions.stream()).toList(), content.sponsorships()));
    }

    @Override
    public BillWriteResult replaceSponsorships(WriteSession session, BillVersion bill,
            List<Sponsorship> sponsorships) {
        return change(session, bill,
                content -> with(content, content.progress(), content.actions(), sponsorships));
    }

    @Override
    public List<UpsertResult> upsertBatch(WriteSession session, List<BillContent> bills) {
        checkDistinct(bills.stream().map(InMemoryBillWrites::key).toList());
        List<UpsertResult> results = new ArrayList<>();
        for (BillContent bill : bills) {
            if (refused.test(bill)) {
                throw new ConstraintViolated(ConstraintViolated.Kind.CHECK, "bill_check",
                        "bill " + bill.identifier().printed() + " is refused", new IllegalStateException());
            }
            results.add(upsert(session, bill));
        }
        return results;
    }

    private UpsertResult upsert(WriteSession session, BillContent bill) {
        Optional<Map.Entry<BillId, Tables.StoredBill>> holder = holder(session, bill);
        if (holder.isEmpty()) {
            put(session, bill.newId(), kept(session, bill), 1, false);
            return UpsertResult.INSERTED;
        }
        Tables.StoredBill known = holder.get().getValue();
        if (known.deleted()) {
            return UpsertResult.deleted(bill.identifier(), known.updatedAt());
        }
        if (known.content().hash().equals(bill.hash())) {
            return UpsertResult.UNCHANGED;
        }
        put(session, holder.get().getKey(), kept(session, bill), known.version() + 1, false);
        return UpsertResult.UPDATED;
    }

    /** In a session that is closed no bill is open. */
    private BillContent kept(WriteSession session, BillContent bill) {
        LocalDate closedOn = storage.tables(session).closedSessions.get(bill.session());
        return closedOn != null && bill.progress().status().isOpen() ? lapsed(bill, closedOn) : bill;
    }

    private static BillContent lapsed(BillContent bill, LocalDate on) {
        BillAction lapsed = new BillAction(bill.actions().size(), on, null, "Lapsed.", List.of(), BillStatus.LAPSED);
        return with(bill, bill.progress().after(lapsed),
                Stream.concat(bill.actions().stream(), Stream.of(lapsed)).toList(), bill.sponsorships());
    }

    @Override
    public int lapse(WriteSession session, SessionId legislativeSession, LocalDate on) {
        List<BillId> open = stored(session).entrySet().stream().filter(entry -> !entry.getValue().deleted()
                && entry.getValue().content().session().equals(legislativeSession)
                && entry.getValue().content().progress().status().isOpen()).map(Map.Entry::getKey).toList();
        for (BillId id : open) {
            Tables.StoredBill stored = stored(session).get(id);
            change(session, new BillVersion(id, stored.version()), content -> lapsed(content, on));
        }
        return open.size();
    }

    private BillWriteResult change(WriteSession session, BillVersion read, UnaryOperator<BillContent> change) {
        BillWriteResult refusal = refusal(session, read);
        if (refusal != null) {
            return refusal;
        }
        put(session, read.id(), change.apply(stored(session).get(read.id()).content()), read.version() + 1, false);
        return new BillWriteResult.Written(read.version() + 1);
    }

    private @Nullable BillWriteResult refusal(WriteSession session, BillVersion read) {
        Tables.StoredBill stored = stored(session).get(read.id());
        if (stored == null || stored.deleted()) {
            return new BillWriteResult.Missing();
        }
        return stored.version() == read.version() ? null : new BillWriteResult.Stale(stored.version());
    }

    private Map<BillId, Tables.StoredBill> stored(WriteSession session) {
        return storage.tables(session).bills;
    }

    private void put(WriteSession session, BillId id, BillContent content, int version, boolean deleted) {
        Tables tables = storage.tables(session);
        tables.bills.put(id, new Tables.StoredBill(content, version, deleted,
                Instant.EPOCH.plusSeconds(++tables.changes)));
    }

    private Optional<Map.Entry<BillId, Tables.StoredBill>> holder(WriteSession session, BillContent bill) {
        return stored(session).entrySet().stream()
                .filter(entry -> key(entry.getValue().content()).equals(key(bill))).findFirst();
    }

    private static List<Object> key(BillContent bill) {
        return List.of(bill.session(), bill.identifier().normalized());
    }

    private static void checkDistinct(List<?> keys) {
        Set<Object> distinct = new HashSet<>(keys);
        if (distinct.size() != keys.size() || keys.size() > MAXIMUM_BATCH) {
            throw new IllegalArgumentException("two rows about the same bill, or too many");
        }
    }

    private static BillContent edited(BillContent old, BillEdit edit) {
        return new BillContent(old.newId(), old.session(), old.identifier(), edit.classification(),
                old.originChamber(), edit.title(), edit.shortTitle(), edit.summary(), edit.subjects(), old.progress(),
                edit.lawNumber(), edit.context(), old.sponsorships(), old.actions(), old.related(), old.hash());
    }

    private static BillContent with(BillContent old, BillProgress progress, List<BillAction> actions,
            List<Sponsorship> sponsorships) {
        return new BillContent(old.newId(), old.session(), old.identifier(), old.classification(),
                old.originChamber(), old.title(), old.shortTitle(), old.summary(), old.subjects(), progress,
                old.lawNumber(), old.context(), sponsorships, actions, old.related(), old.hash());
    }
}
