package org.mswada.application.bill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCreateResult;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.ContentHash;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Stores bills that people introduce; each is judged alone. */
public final class CreateBills {
    private static final Operation CREATE = Operation.write("bill.create");

    private final UnitOfWork units;
    private final LegislatureRepository legislatures;
    private final BillWriteRepository bills;
    private final IdSource ids;

    /** Writes to these repositories in units of {@code units}. */
    public CreateBills(UnitOfWork units, LegislatureRepository legislatures, BillWriteRepository bills, IdSource ids) {
        this.units = units;
        this.legislatures = legislatures;
        this.bills = bills;
        this.ids = ids;
    }

    /** Stores bills, no two under the same number, and answers for each in the order given. */
    public List<CreateBillOutcome> create(Actor actor, List<NewBill> batch) {
        if (!actor.may(Permission.CREATE_BILL)) {
            return Collections.nCopies(batch.size(), new CreateBillOutcome.Forbidden(Permission.CREATE_BILL));
        }
        return units.write(CREATE, session -> {
            Map<Place, Optional<SessionId>> sessions = new HashMap<>();
            List<BillContent> known = new ArrayList<>();
            for (NewBill bill : batch) {
                sessions.computeIfAbsent(Place.of(bill), place -> find(session, place))
                        .ifPresent(legislature -> known.add(content(bill, legislature)));
            }
            List<BillCreateResult> results = new ArrayList<>(bills.createBatch(session, known));
            return batch.stream().map(bill -> sessions.getOrDefault(Place.of(bill), Optional.empty()).isEmpty()
                    ? new CreateBillOutcome.UnknownSession(bill.key())
                    : outcome(results.removeFirst())).toList();
        });
    }

    private Optional<SessionId> find(WriteSession session, Place place) {
        return legislatures.findSession(session, place.jurisdiction(), place.session());
    }

    private static CreateBillOutcome outcome(BillCreateResult result) {
        return switch (result) {
            case BillCreateResult.Created created -> new CreateBillOutcome.Created(created.id());
            case BillCreateResult.NumberTaken taken ->
                new CreateBillOutcome.NumberTaken(taken.holder(), taken.deleted());
            case BillCreateResult.SessionClosed closed -> new CreateBillOutcome.SessionClosed(closed.on());
            case BillCreateResult.Refused refused ->
                new CreateBillOutcome.Refused(refused.kind(), refused.reason());
        };
    }

    /** No source has it yet: whatever source comes to have its number has another hash, and replaces it. */
    private BillContent content(NewBill bill, SessionId session) {
        BillId id = new BillId(ids.next());
        BillEdit content = bill.content();
        return new BillContent(id, session, bill.key().identifier(), content.classification(), bill.originChamber(),
                content.title(), content.shortTitle(), content.summary(), content.subjects(),
                BillProgress.of(bill.introducedOn(), List.of()), content.lawNumber(), content.context(),
                bill.sponsorships(), List.of(), List.of(), ContentHash.of("created here as " + id.value()));
    }

    /** Names a session. */
    private record Place(JurisdictionCode jurisdiction, SessionIdentifier session) {
        static Place of(NewBill bill) {
            return new Place(bill.key().jurisdiction(), bill.key().session());
        }
    }
}
