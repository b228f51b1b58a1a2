package org.mswada.bootstrap.server;

import java.time.Duration;
import java.util.function.Consumer;
import org.mswada.application.bill.ListBills;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.SourceLocation;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.domain.storage.Operation;
import org.mswada.http.HttpConfig;
import org.mswada.http.HttpServer;
import org.mswada.importing.demo.DemoLegislature;

/** The running server. It is stopped by closing the lifecycle that it was started with. */
public final class Server {
    private static final Operation LOOK = Operation.read("server.look-for-data");
    private static final int MAXIMUM_CONCURRENT_REQUESTS = 80;
    private static final int MAXIMUM_WAITING_REQUESTS = 1_000;
    private static final Duration MAXIMUM_WAIT = Duration.ofSeconds(5);

    private final HttpServer http;
    private final ServerComponent component;

    private Server(HttpServer http, ServerComponent component) {
        this.http = http;
        this.component = component;
    }

    /** Starts the server; what was started of it when this fails is closed with the lifecycle. */
    public static Server start(ServerConfig config, DatabaseAccess database, Lifecycle lifecycle,
            Consumer<String> talk) throws SchemaBehind {
        database.prepare();
        ServerComponent component = database.component(lifecycle);
        if (database.isForDemonstration()) {
            loadDemo(component, talk);
        }
        ServerReadiness readiness = new ServerReadiness(component.database());
        HttpServer http = new HttpServer(httpConfig(config), component.getBill(), component.lookUpBill(),
                component.listBills(), component.getSponsor(), readiness);
        http.start();
        lifecycle.add("HTTP server", http);
        lifecycle.add("readiness", readiness::stopping);
        readiness.started();
        return new Server(http, component);
    }

    private static HttpConfig httpConfig(ServerConfig config) {
        return new HttpConfig(config.host(), config.httpPort(), config.adminPort(), config.drainTimeout(),
                MAXIMUM_CONCURRENT_REQUESTS, MAXIMUM_WAITING_REQUESTS, MAXIMUM_WAIT);
    }

    /** Each time, for a start may have ended in the middle of it; what is there already is not touched. */
    private static void loadDemo(ServerComponent component, Consumer<String> talk) {
        if (component.database().<Boolean>read(LOOK,
                session -> component.legislatures().holdsNoneBut(session, DemoLegislature.CODE))) {
            talk.accept("loading the demo legislature ...");
            ImportBills importBills = component.importBills();
            importBills.run(DemoLegislature.open(), new DemoProgress());
        }
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

    /** The demo's data are ours: that one is refused is a bug. */
    private static final class DemoProgress implements ImportProgress {
        @Override
        public void stored(ImportSummary summary) {
            // The demo is loaded before anybody could read a progress line.
        }

        @Override
        public void rejected(SourceLocation location, String reason) {
            throw new IllegalStateException("demo bill " + location + " was refused: " + reason);
        }
    }
}
