package org.mswada.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.mswada.application.user.SignIn;
import org.mswada.domain.user.Actor;
import org.mswada.http.admin.AdminRoutes;
import org.mswada.http.admin.Administration;
import org.mswada.http.admin.Readiness;
import org.mswada.http.auth.SignInTrust;

/**
 * The HTTP server: the public API on one port, the probes on another. It is started once and closed once; other methods
 * may be called by any thread.
 */
public final class HttpServer implements AutoCloseable {
    private final Listener api;
    private final Listener admin;
    private final SignInTrust trust;

    /**
     * Answers by these routes those whom {@code trust} lets {@code signIn} know, counting in {@code registry}; nothing listens
     * before {@link #start()}. It closes {@code trust} in the end.
     */
    public HttpServer(HttpConfig config, ApiRoutes routes, SignIn signIn, SignInTrust trust, Readiness readiness,
            Administration administration, MeterRegistry registry) {
        this.api = Listener.ofApi(config, RouteServlet.of(routes.all(), new StartGate(readiness),
                new Callers(trust.verifier(), signIn)::of, registry));
        this.trust = trust;
        this.admin = Listener.ofAdmin(config, RouteServlet.of(new AdminRoutes(readiness, administration).routes(),
                context -> {}, HttpServer::nobody, new SimpleMeterRegistry()));
    }

    private static Actor nobody(List<String> authorization) {
        throw new IllegalStateException("the probes are for anybody");
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
