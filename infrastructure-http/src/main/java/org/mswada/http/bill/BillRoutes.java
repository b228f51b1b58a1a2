package org.mswada.http.bill;

import java.util.List;
import org.mswada.application.bill.BillPageIncluding;
import org.mswada.application.bill.GetBill;
import org.mswada.application.bill.Included;
import org.mswada.application.bill.ListBills;
import org.mswada.application.bill.ListBillsIncluding;
import org.mswada.application.bill.LookUpBill;
import org.mswada.application.bill.SearchBills;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.http.routing.ParameterReader;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Request;
import org.mswada.http.routing.Route;

/** The routes under {@code /v1/bills}. */
public final class BillRoutes {
    private final GetBill getBill;
    private final LookUpBill lookUpBill;
    private final ListBills listBills;
    private final ListBillsIncluding listBillsIncluding;
    private final SearchBills searchBills;

    /** Answers from these use cases. */
    public BillRoutes(GetBill getBill, LookUpBill lookUpBill, ListBills listBills,
            ListBillsIncluding listBillsIncluding, SearchBills searchBills) {
        this.getBill = getBill;
        this.lookUpBill = lookUpBill;
        this.listBills = listBills;
        this.listBillsIncluding = listBillsIncluding;
        this.searchBills = searchBills;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.partlyPersonal("/v1/bills", BillListRequest.PARAMETERS, this::list),
                Route.partlyPersonal("/v1/bills/search", SearchRequest.PARAMETERS, this::search),
                new Route("/v1/bills/{id}", this::byId),
                new Route("/v1/bills/{jurisdiction}/{session}/{identifier}", this::byKey));
    }

    private Reply list(Request request) {
        BillListRequest asked = BillListRequest.of(request);
        if (asked.include().isEmpty()) {
            return Reply.json(BillListView.of(
                    listBills.page(asked.filter(), asked.sort(), asked.after(), asked.limit()), Included.NOTHING));
        }
        BillPageIncluding found = listBillsIncluding.page(asked.filter(), asked.sort(), asked.after(), asked.limit(),
                asked.include());
        return Reply.json(BillListView.of(found.page(), found.included()));
    }

    private Reply search(Request request) {
        SearchRequest asked = SearchRequest.of(request);
        return Reply.json(SearchView.of(searchBills.page(asked.text(), asked.filter(), asked.after(),
                asked.limit())));
    }

    private Reply byId(Parameters parameters) {
        BillId id = parameters.id("id", BillId::new);
        return BillReplies.of(getBill.byId(id), BillReplies.absence(id));
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
        return BillReplies.of(lookUpBill.byKey(new BillKey(jurisdiction, session, identifier)),
                "Session " + session.value() + " of " + jurisdiction.value() + " has no bill " + identifier.normalized()
                        + ".");
    }
}
