package org.mswada.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mswada.application.bill.BillDetails;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCreateResult;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.WriteSession;

/** Writes bills in memory, as far as HTTP lets them be written. */
final class InMemoryBillWrites implements BillWriteRepository {
    private final InMemoryBills stored;

    InMemoryBillWrites(InMemoryBills stored) {
        this.stored = stored;
    }

    @Override
    public List<BillCreateResult> createBatch(WriteSession session, List<BillContent> batch) {
        return batch.stream().map(content -> create(session, content)).toList();
    }

    private BillCreateResult create(WriteSession session, BillContent content) {
        BillKey key = new BillKey(InMemoryLegislatures.JURISDICTION, InMemoryLegislatures.nameOf(content.session()),
                content.identifier());
        Optional<Bill> holder = stored.findByKey(session, key);
        if (holder.isPresent()) {
            return new BillCreateResult.NumberTaken(holder.get().overview().id(), false);
        }
        LocalDate closedOn = InMemoryLegislatures.CLOSED.get(content.session());
        if (closedOn != null) {
            return new BillCreateResult.SessionClosed(closedOn);
        }
        BillOverview overview = new BillOverview(content.newId(), key, content.classification(),
                content.originChamber(), content.title(), content.shortTitle(), content.progress(), 1, Instant.EPOCH);
        stored.bills.add(new BillDetails(new Bill(overview, content.summary(), content.subjects(),
                content.lawNumber(), content.context(), false, Instant.EPOCH), content.sponsorships(), List.of()));
        return new BillCreateResult.Created(content.newId());
    }

    @Override
    public List<BillWriteResult> updateBatch(WriteSession session, List<BillUpdate> updates) {
        return updates.stream().map(update -> change(new BillVersion(update.id(), update.expectedVersion()),
                update.edit(), null, List.of())).toList();
    }

    @Override
    public BillWriteResult appendActions(WriteSession session, BillVersion bill, BillProgress progress,
            boolean irregular, List<BillAction> actions) {
        BillEdit same = stored.details(bill.id()).map(details -> BillEdit.of(details.bill())).orElseThrow();
        return change(bill, same, progress, actions);
    }

    private BillWriteResult change(BillVersion read, BillEdit edit, BillProgress progress, List<BillAction> actions) {
        BillDetails before = stored.details(read.id()).orElseThrow();
        if (before.bill().version() != read.version()) {
            return new BillWriteResult.Stale(before.bill().version());
        }
        BillOverview old = before.bill().overview();
        BillOverview overview = new BillOverview(old.id(), old.key(), edit.classification(), old.originChamber(),
                edit.title(), edit.shortTitle(), progress == null ? old.progress() : progress, old.version() + 1,
                old.updatedAt());
        stored.bills.remove(before);
        stored.bills.add(new BillDetails(new Bill(overview, edit.summary(), edit.subjects(), edit.lawNumber(),
                edit.context(), false, before.bill().createdAt()), before.sponsorships(),
                Stream.concat(before.actions().stream(), actions.stream()).toList()));
        return new BillWriteResult.Written(overview.version());
    }

    @Override
    public List<BillWriteResult> deleteBatch(WriteSession session, List<BillVersion> batch) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }

    @Override
    public BillWriteResult restore(WriteSession session, BillId id) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }

    @Override
    public BillWriteResult replaceSponsorships(WriteSession session, BillVersion bill, List<Sponsorship> sponsorships) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }

    @Override
    public List<UpsertResult> upsertBatch(WriteSession session, List<BillContent> batch) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }

    @Override
    public int lapse(WriteSession session, SessionId legislativeSession, LocalDate on) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }
}
