package org.mswada.bootstrap.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.mswada.application.bill.ListBills;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.http.HttpConfig;
import org.mswada.http.HttpServer;

/** The running server. It is stopped by closing the lifecycle that it was started with. */
public final class Server {
    private static final int MAXIMUM_CONCURRENT_REQUESTS = 80;
    private static final int MAXIMUM_WAITING_REQUESTS = 1_000;
    private static final Duration MAXIMUM_WAIT = Duration.ofSeconds(5);

    private final HttpServer http;
    private final ServerComponent component;
    private final ServerReadiness readiness;

    private Server(HttpServer http, ServerComponent component, ServerReadiness readiness) {
        this.http = http;
        this.component = component;
        this.readiness = readiness;
    }

    /**
     * Starts the server; what was started of it when this fails is closed with the lifecycle. It returns when the server
     * serves, or when it only waits for its database.
     */
    public static Server start(ServerConfig config, DatabaseAccess database, Lifecycle lifecycle,
            Consumer<String> talk) throws Exception {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        lifecycle.add("meters", CloseLimits.GRACE, JvmMeters.in(registry));
        ServerComponent component = database.component(lifecycle, registry);
        component.database().monitor().listen(new AlertLog());
        ServerReadiness readiness = new ServerReadiness(component.database()::healthCheck);
        HttpServer http = new HttpServer(httpConfig(config), component.apiRoutes(), component.signIn(),
                TokenTrust.of(config, talk), readiness,
                new ServerAdministration(component.database(), lifecycle, registry), registry);
        lifecycle.start("HTTP server", CloseLimits.http(config), () -> {
            http.start();
            return http;
        });
        lifecycle.add("readiness", CloseLimits.readiness(config),
                () -> stopBeingReady(config, readiness, http));
        DatabasePreparation preparation = new DatabasePreparation(database, component, talk);
        lifecycle.start("database orchestrator", CloseLimits.orchestrator(config.database().timeouts()), () -> {
            DatabaseOrchestrator orchestrator = new DatabaseOrchestrator(preparation::run, readiness, talk);
            orchestrator.start();
            return orchestrator;
        });
        return new Server(http, component, readiness);
    }

    private static HttpConfig httpConfig(ServerConfig config) {
        return new HttpConfig(config.host(), config.httpPort(), config.adminPort(), config.drainTimeout(),
                MAXIMUM_CONCURRENT_REQUESTS, MAXIMUM_WAITING_REQUESTS, MAXIMUM_WAIT);
    }

    /** Says so first and goes on serving for a while, so that whoever spreads the load hears of it in time. */
    private static void stopBeingReady(ServerConfig config, ServerReadiness readiness, HttpServer http) {
        readiness.stopping();
        http.endConnectionsAfterAnswers();
        long end = System.nanoTime() + config.drainDelay().toNanos();
        for (long left = config.drainDelay().toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Returns whether it serves; otherwise it waits for its database. */
    public boolean isReady() {
        return readiness.hasStarted();
    }

    /** Returns the port of the public API. */
    public int publicPort() {
        return http.publicPort();
    }

    /** Returns the port of the probes. */
    public int adminPort() {
        return http.adminPort();
    }

    /** Lists bills, for an example to try. */
    public ListBills listBills() {
        return component.listBills();
    }
}
