package org.mswada.application.bill;

import java.util.ArrayList;
import java.util.List;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.StatusMove;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Adds what people say was done with a bill; only moves that the status machine allows. */
public final class AppendActions {
    private static final Operation APPEND = Operation.write("bill.append-actions");

    private final UnitOfWork units;
    private final BillRepository bills;
    private final BillWriteRepository writes;

    /** Reads and writes these repositories in units of {@code units}. */
    public AppendActions(UnitOfWork units, BillRepository bills, BillWriteRepository writes) {
        this.units = units;
        this.bills = bills;
        this.writes = writes;
    }

    /** Adds actions to the end of those of a bill, if it is still in the version that was read; all or none. */
    public TransitionOutcome append(Actor actor, BillVersion read, List<NewAction> actions) {
        if (!actor.may(Permission.TRANSITION_BILL)) {
            return new TransitionOutcome.Forbidden(Permission.TRANSITION_BILL);
        }
        return units.write(APPEND, session -> bills.findById(session, read.id())
                .map(bill -> append(session, read, bill, actions)).orElseGet(TransitionOutcome.UnknownBill::new));
    }

    private TransitionOutcome append(WriteSession session, BillVersion read, Bill bill, List<NewAction> actions) {
        if (bill.version() != read.version()) {
            return new TransitionOutcome.Stale(bill.version());
        }
        BillProgress progress = bill.overview().progress();
        int sequence = nextSequence(session, bill);
        List<BillAction> appended = new ArrayList<>(actions.size());
        for (NewAction action : actions) {
            BillStatus to = action.assertedStatus();
            if (to != null && StatusMove.judge(StatusMove.Mode.STRICT, bill.overview().originChamber(),
                    progress.status(), to) instanceof StatusMove.Refused refused) {
                return new TransitionOutcome.Refused(refused.from(), refused.to(), refused.allowed());
            }
            BillAction next = new BillAction(sequence++, action.occurredOn(), null, action.text(), action.classes(),
                    to);
            appended.add(next);
            progress = progress.after(next);
        }
        return outcome(writes.appendActions(session, read, progress, false, appended), progress);
    }

    private int nextSequence(WriteSession session, Bill bill) {
        return bills.actions(session, List.of(bill.overview().id())).values().stream().flatMap(List::stream)
                .mapToInt(BillAction::sequence).max().orElse(-1) + 1;
    }

    /** Whoever came between reading and locking is told of now. */
    private static TransitionOutcome outcome(BillWriteResult result, BillProgress progress) {
        return switch (result) {
            case BillWriteResult.Written written -> new TransitionOutcome.Moved(written.version(), progress);
            case BillWriteResult.Stale stale -> new TransitionOutcome.Stale(stale.version());
            case BillWriteResult.Missing _ -> new TransitionOutcome.UnknownBill();
            case BillWriteResult.SessionClosed closed -> new TransitionOutcome.SessionClosed(closed.on());
            case BillWriteResult.Refused refused ->
                new TransitionOutcome.Unstorable(refused.kind(), refused.reason());
        };
    }
}
