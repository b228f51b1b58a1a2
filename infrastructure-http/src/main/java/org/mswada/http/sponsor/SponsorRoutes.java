package org.mswada.http.sponsor;

import java.util.List;
import java.util.Objects;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.application.sponsor.ListSponsors;
import org.mswada.application.sponsor.SearchSponsors;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.routing.ParameterReader;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParameter;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Route;

/** The routes under {@code /v1/sponsors}. */
public final class SponsorRoutes {
    private static final List<QueryParameter> SEARCH = List.of(QueryParameter.single("q"),
            QueryParameter.single("jurisdiction"), QueryParameter.single("limit"));
    private static final int DEFAULT_FOUND = 20;

    private final GetSponsor getSponsor;
    private final ListSponsors listSponsors;
    private final SearchSponsors searchSponsors;

    /** Answers from these use cases. */
    public SponsorRoutes(GetSponsor getSponsor, ListSponsors listSponsors, SearchSponsors searchSponsors) {
        this.getSponsor = getSponsor;
        this.listSponsors = listSponsors;
        this.searchSponsors = searchSponsors;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route("/v1/sponsors", SponsorListRequest.PARAMETERS, this::list),
                new Route("/v1/sponsors/search", SEARCH, this::search), new Route("/v1/sponsors/{id}", this::byId));
    }

    private Reply list(Parameters parameters) {
        SponsorListRequest request = SponsorListRequest.of(parameters);
        return Reply.json(SponsorListView.of(listSponsors.page(request.filter(), request.after(), request.limit())));
    }

    private Reply search(Parameters parameters) {
        ParameterReader reader = new ParameterReader();
        if (parameters.single("q") == null) {
            reader.refuse("q", "say a name, or a part of one");
        }
        String text = reader.read("q", parameters.single("q"), SponsorListRequest::name);
        JurisdictionCode jurisdiction = reader.read("jurisdiction", parameters.single("jurisdiction"),
                JurisdictionCode::new);
        Integer limit = SponsorListRequest.limit(parameters, reader);
        if (text == null) {
            throw reader.refusal();
        }
        reader.check();
        return Reply.json(SponsorListView.found(searchSponsors.byName(text, jurisdiction,
                Objects.requireNonNullElse(limit, DEFAULT_FOUND))));
    }

    private Reply byId(Parameters parameters) {
        SponsorId id = parameters.id("id", SponsorId::new);
        Sponsor sponsor = getSponsor.byId(id).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND,
                "No sponsor has the id " + id.value() + "."));
        return Reply.json(SponsorView.of(sponsor));
    }
}
