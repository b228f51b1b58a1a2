package org.mswada.http.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mswada.application.bill.BillChange;
import org.mswada.application.bill.CreateBill;
import org.mswada.application.bill.CreateBillOutcome;
import org.mswada.application.bill.EditBill;
import org.mswada.application.bill.GetBill;
import org.mswada.application.bill.NewBill;
import org.mswada.application.bill.TransitionBill;
import org.mswada.application.bill.TransitionOutcome;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.http.auth.Challenge;
import org.mswada.http.problem.FieldError;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.problem.StorageProblems;
import org.mswada.http.routing.Method;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Request;
import org.mswada.http.routing.Route;

/** The routes that write bills. What was written is read again in the same call, and so never older than it. */
public final class BillWriteRoutes {
    private final GetBill getBill;
    private final CreateBill createBill;
    private final EditBill editBill;
    private final TransitionBill transitionBill;

    /** Writes by these use cases. */
    public BillWriteRoutes(GetBill getBill, CreateBill createBill, EditBill editBill, TransitionBill transitionBill) {
        this.getBill = getBill;
        this.createBill = createBill;
        this.editBill = editBill;
        this.transitionBill = transitionBill;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.taking(Method.POST, "/v1/bills", this::create),
                Route.taking(Method.PATCH, "/v1/bills/{id}", this::edit),
                Route.taking(Method.POST, "/v1/bills/{id}/transitions", this::move));
    }

    private Reply create(Request request) {
        NewBill bill = NewBillBody.read(request.json());
        return switch (StorageProblems.storing(() -> createBill.create(request.actor(), bill))) {
            case CreateBillOutcome.Created created -> BillReplies.created(getBill.byId(created.id()).orElseThrow(
                    () -> gone(created.id())));
            case CreateBillOutcome.NumberTaken taken -> throw numberTaken(bill.key(), taken);
            case CreateBillOutcome.UnknownSession unknown -> throw unknownSession(unknown.key());
            case CreateBillOutcome.SessionClosed closed -> throw sessionClosed(bill.key(), closed.on());
            case CreateBillOutcome.Refused refused -> throw StorageProblems.refused(refused.kind());
            case CreateBillOutcome.Forbidden forbidden -> throw Challenge.forbidden(forbidden.needed());
        };
    }

    private Reply edit(Request request) {
        BillVersion read = versionRead(request);
        UnaryOperator<BillEdit> patch = BillPatchBody.read(request.json());
        return switch (StorageProblems.storing(() -> editBill.edit(request.actor(), read, patch))) {
            case BillChange.Tried(BillWriteResult.Written _) -> current(read.id());
            case BillChange.Tried(BillWriteResult.Stale _) -> throw stale();
            case BillChange.Tried(BillWriteResult.Missing _) -> throw gone(read.id());
            case BillChange.Tried(BillWriteResult.SessionClosed closed) -> throw sessionClosed(closed.on());
            case BillChange.Tried(BillWriteResult.Refused refused) -> throw StorageProblems.refused(refused.kind());
            case BillChange.Forbidden forbidden -> throw Challenge.forbidden(forbidden.needed());
        };
    }

    private Reply move(Request request) {
        BillVersion read = versionRead(request);
        TransitionBody body = TransitionBody.read(request.json());
        return switch (StorageProblems.storing(
                () -> transitionBill.move(request.actor(), read, body.to(), body.on(), body.cause()))) {
            case TransitionOutcome.Moved _ -> current(read.id());
            case TransitionOutcome.Refused refused -> throw refused(refused);
            case TransitionOutcome.Stale _ -> throw stale();
            case TransitionOutcome.UnknownBill() -> throw gone(read.id());
            case TransitionOutcome.SessionClosed closed -> throw sessionClosed(closed.on());
            case TransitionOutcome.Unstorable refused -> throw StorageProblems.refused(refused.kind());
            case TransitionOutcome.Forbidden forbidden -> throw Challenge.forbidden(forbidden.needed());
        };
    }

    private static BillVersion versionRead(Request request) {
        BillId id = request.parameters().id("id", BillId::new);
        return new BillVersion(id, request.expectedVersion(version -> BillReplies.tag(id, version)));
    }

    private Reply current(BillId id) {
        return BillReplies.of(getBill.byId(id), BillReplies.absence(id));
    }

    private static ProblemException gone(BillId id) {
        return new ProblemException(ProblemType.NOT_FOUND, BillReplies.absence(id));
    }

    private static ProblemException stale() {
        return new ProblemException(ProblemType.PRECONDITION_FAILED, ProblemType.PRECONDITION_FAILED.meaning());
    }

    private static ProblemException numberTaken(BillKey key, CreateBillOutcome.NumberTaken taken) {
        String number = "Session " + key.session().value() + " of " + key.jurisdiction().value() + " has a bill "
                + key.identifier().normalized();
        return ProblemException.of(ProblemType.NUMBER_TAKEN, taken.deleted()
                ? number + ", which is deleted; its number stays taken."
                : number + ": " + BillOverviewView.url(taken.holder()) + ".",
                List.of(FieldError.ofMember(
                        "/identifier", "is taken")));
    }

    private static ProblemException unknownSession(BillKey key) {
        return ProblemException.of(ProblemType.UNPROCESSABLE, "There is no session " + key.session().value() + " of "
                + key.jurisdiction().value() + ".",
                List.of(FieldError.ofMember("/session", "there is no such session")));
    }

    private static ProblemException sessionClosed(BillKey key, LocalDate on) {
        return ProblemException.of(ProblemType.SESSION_CLOSED, "Session " + key.session().value() + " of "
                + key.jurisdiction().value() + " was closed on " + on + ".",
                List.of(FieldError.ofMember("/session", "is closed")));
    }

    private static ProblemException sessionClosed(LocalDate on) {
        return new ProblemException(ProblemType.SESSION_CLOSED,
                "The session of this bill was closed on " + on + ", and no bill in it is open since.");
    }

    private static ProblemException refused(TransitionOutcome.Refused refused) {
        String allowed = refused.allowed().isEmpty()
                ? "nowhere"
                : refused.allowed().stream().sorted().map(BillWriteRoutes::name).collect(Collectors.joining(", "));
        return ProblemException.of(ProblemType.TRANSITION_REFUSED, "The bill is " + name(refused.from())
                + ", and from there it may go to: " + allowed + ".",
                List.of(FieldError.ofMember("/to", "'"
                        + name(refused.to()) + "' is none of " + allowed)));
    }

    private static String name(BillStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
