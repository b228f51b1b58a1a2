package org.mswada.http.admin;

import java.util.List;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Route;

/** The probes of the admin port: {@code /livez} and {@code /readyz}. */
public final class AdminRoutes {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Readiness readiness;

    /** Takes the state of the server from {@code readiness}. */
    public AdminRoutes(Readiness readiness) {
        this.readiness = readiness;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route("/livez", this::live), new Route("/readyz", this::ready));
    }

    /** Says only that the process serves requests: a restart cures nothing that lies outside it. */
    private Reply live(Parameters none) {
        return Reply.untagged(OK, new ProbeView("live", List.of()));
    }

    private Reply ready(Parameters none) {
        List<String> reasons = List.copyOf(readiness.reasonsNotReady());
        return reasons.isEmpty()
                ? Reply.untagged(OK, new ProbeView("ready", reasons))
                : Reply.untagged(UNAVAILABLE, new ProbeView("not ready", reasons));
    }
}
