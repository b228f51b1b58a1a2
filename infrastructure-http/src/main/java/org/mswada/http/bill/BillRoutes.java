package org.mswada.http.bill;

import java.util.List;
import java.util.Optional;
import org.mswada.application.bill.BillDetails;
import org.mswada.application.bill.GetBill;
import org.mswada.application.bill.ListBills;
import org.mswada.application.bill.LookUpBill;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.routing.EntityTag;
import org.mswada.http.routing.ParameterReader;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Route;

/** The routes under {@code /v1/bills}. */
public final class BillRoutes {
    /** Part of the tag of a bill: raise it when the same bill comes to look different, or clients keep the old look. */
    private static final int REPRESENTATION = 1;

    private final GetBill getBill;
    private final LookUpBill lookUpBill;
    private final ListBills listBills;

    /** Answers from these use cases. */
    public BillRoutes(GetBill getBill, LookUpBill lookUpBill, ListBills listBills) {
        this.getBill = getBill;
        this.lookUpBill = lookUpBill;
        this.listBills = listBills;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route("/v1/bills", BillListRequest.PARAMETERS, this::list),
                new Route("/v1/bills/{id}", this::byId),
                new Route("/v1/bills/{jurisdiction}/{session}/{identifier}", this::byKey));
    }

    private Reply list(Parameters parameters) {
        BillListRequest request = BillListRequest.of(parameters);
        return Reply.json(BillListView
                .of(listBills.page(request.filter(), BillListRequest.SORT, request.after(), request.limit())));
    }

    private Reply byId(Parameters parameters) {
        BillId id = parameters.id("id", BillId::new);
        return reply(getBill.byId(id), "No bill has the id " + id.value() + ".");
    }

    private Reply byKey(Parameters parameters) {
        ParameterReader reader = new ParameterReader();
        JurisdictionCode jurisdiction = reader.read("jurisdiction", parameters.path("jurisdiction"),
                JurisdictionCode::new);
        SessionIdentifier session = reader.read("session", parameters.path("session"), SessionIdentifier::new);
        BillIdentifier identifier = reader.read("identifier", parameters.path("identifier"), BillIdentifier::of);
        if (jurisdiction == null || session == null || identifier == null) {
            throw reader.refusal();
        }
        return reply(lookUpBill.byKey(new BillKey(jurisdiction, session, identifier)),
                "Session " + session.value() + " of " + jurisdiction.value() + " has no bill " + identifier.normalized()
                        + ".");
    }

    private static Reply reply(Optional<BillDetails> found, String absence) {
        BillDetails details = found.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, absence));
        EntityTag tag = EntityTag.of(REPRESENTATION + "/" + details.bill().overview().id().value() + "/"
                + details.bill().version());
        return Reply.json(BillView.of(details), tag);
    }
}
