package org.mswada.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.mswada.application.bill.GetBill;
import org.mswada.application.bill.ListBills;
import org.mswada.application.bill.LookUpBill;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.application.user.SignIn;
import org.mswada.domain.user.Actor;
import org.mswada.http.admin.AdminRoutes;
import org.mswada.http.admin.Administration;
import org.mswada.http.admin.Readiness;
import org.mswada.http.auth.SignInTrust;
import org.mswada.http.bill.BillRoutes;
import org.mswada.http.routing.Route;
import org.mswada.http.sponsor.SponsorRoutes;

/**
 * The HTTP server: the public API on one port, the probes on another. It is started once and closed once; other methods
 * may be called by any thread.
 */
public final class HttpServer implements AutoCloseable {
    private final Listener api;
    private final Listener admin;
    private final SignInTrust trust;

    /**
     * Answers from these use cases, to whom {@code trust} knows and which it closes in the end, counting in {@code registry}; nothing listens before
     * {@link #start()}.
     */
    public HttpServer(HttpConfig config, GetBill getBill, LookUpBill lookUpBill, ListBills listBills,
            GetSponsor getSponsor, SignIn signIn, SignInTrust trust, Readiness readiness, Administration administration,
            MeterRegistry registry) {
        this.api = Listener.ofApi(config,
                RouteServlet.of(apiRoutes(new BillRoutes(getBill, lookUpBill, listBills),
                        new SponsorRoutes(getSponsor)), new StartGate(readiness),
                        new Callers(trust.verifier(), signIn)::of, registry));
        this.trust = trust;
        this.admin = Listener.ofAdmin(config, RouteServlet.of(new AdminRoutes(readiness, administration).routes(),
                context -> {}, HttpServer::nobody, new SimpleMeterRegistry()));
    }

    private static Actor nobody(List<String> authorization) {
        throw new IllegalStateException("the probes are for anybody");
    }

    static List<Route> apiRoutes(BillRoutes bills, SponsorRoutes sponsors) {
        List<Route> routes = new ArrayList<>(bills.routes());
        routes.addAll(sponsors.routes());
        routes.addAll(DescriptionRoutes.routes());
        return List.copyOf(routes);
    }

    /**
     * Listens on both ports, or on none.
     *
     * @throws PortUnavailableException if a port cannot be listened on
     * @throws IllegalStateException if it was started before
     */
    public void start() {
        admin.start();
        try {
            api.start();
        } catch (RuntimeException notStarted) {
            admin.close();
            throw notStarted;
        }
    }

    /** Returns the port of the public API; {@link IllegalStateException} while nothing listens. */
    public int publicPort() {
        return api.port();
    }

    /** Returns the port of the probes; {@link IllegalStateException} while nothing listens. */
    public int adminPort() {
        return admin.port();
    }

    /** From now on each answer of the public API ends its connection, so that clients go elsewhere before {@link #close()}. */
    public void endConnectionsAfterAnswers() {
        api.endConnectionsAfterAnswers();
    }

    /**
     * Accepts no more requests, lets those in flight finish within the drain time-out, then cuts off the rest. The probes
     * answer until the last. Does nothing if nothing listens.
     */
    @Override
    public void close() {
        try {
            api.close();
        } finally {
            admin.close();
            trust.close();
        }
    }
}
