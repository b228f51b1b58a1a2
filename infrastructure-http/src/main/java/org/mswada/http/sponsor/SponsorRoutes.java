package org.mswada.http.sponsor;

import java.util.List;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Route;

/** The routes under {@code /v1/sponsors}. */
public final class SponsorRoutes {
    private final GetSponsor getSponsor;

    /** Answers from this use case. */
    public SponsorRoutes(GetSponsor getSponsor) {
        this.getSponsor = getSponsor;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route("/v1/sponsors/{id}", this::byId));
    }

    private Reply byId(Parameters parameters) {
        SponsorId id = parameters.id("id", SponsorId::new);
        Sponsor sponsor = getSponsor.byId(id).orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND,
                "No sponsor has the id " + id.value() + "."));
        return Reply.json(SponsorView.of(sponsor));
    }
}
