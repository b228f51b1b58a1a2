package org.mswada.http.admin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParameter;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Route;

/** The admin port: the probes, the health of each part, the metrics, and who has seen an alert. */
public final class AdminRoutes {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int LONGEST_NAME = 100;

    /** Prometheus documentation, "Exposition formats". */
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Readiness readiness;
    private final Administration administration;

    /** Shows what these know. */
    public AdminRoutes(Readiness readiness, Administration administration) {
        this.readiness = readiness;
        this.administration = administration;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route("/livez", this::live), new Route("/startupz", this::startup),
                new Route("/readyz", this::ready),
                new Route("/health", none -> Reply.untagged(OK, administration.health())),
                new Route("/metrics", this::metrics),
                Route.post("/alerts/{rule}/{subject}", List.of(QueryParameter.single("by")), this::acknowledge));
    }

    /** Says only that the process serves requests: a restart cures nothing that lies outside it. */
    private Reply live(Parameters none) {
        return Reply.untagged(OK, new ProbeView("live", List.of()));
    }

    private Reply startup(Parameters none) {
        return readiness.hasStarted()
                ? Reply.untagged(OK, new ProbeView("started", List.of()))
                : Reply.untagged(UNAVAILABLE, new ProbeView("not started", readiness.reasonsNotReady()));
    }

    private Reply ready(Parameters none) {
        List<String> reasons = List.copyOf(readiness.reasonsNotReady());
        if (!reasons.isEmpty()) {
            return Reply.untagged(UNAVAILABLE, new ProbeView("not ready", reasons));
        }
        List<String> degraded = List.copyOf(readiness.reasonsDegraded());
        return Reply.untagged(OK, new ProbeView(degraded.isEmpty() ? "ready" : "degraded", degraded));
    }

    private Reply metrics(Parameters none) {
        byte[] text = administration.metrics().getBytes(StandardCharsets.UTF_8);
        return new Reply(OK, METRICS_TYPE, null, () -> text);
    }

    private Reply acknowledge(Parameters parameters) {
        String by = parameters.single("by");
        if (by == null || by.isBlank() || by.length() > LONGEST_NAME
                || by.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(ProblemType.INVALID_PARAMETERS,
                    "'by' says who has seen the alert, in " + LONGEST_NAME + " characters at most, such as ?by=ann.");
        }
        String rule = parameters.path("rule");
        String subject = parameters.path("subject");
        return administration.acknowledge(rule, subject, by).map(alert -> Reply.untagged(OK, alert))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no alert '" + rule + "' on '"
                        + subject + "', or it is over; /health lists those that there are."));
    }
}
