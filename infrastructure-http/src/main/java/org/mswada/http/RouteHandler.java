package org.mswada.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mswada.domain.storage.Deadline;
import org.mswada.http.routing.EntityTag;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParser;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Route;

/** Runs a route: strict parameters in, a reply with its entity tag out. */
final class RouteHandler implements Handler {
    private static final int NOT_MODIFIED = 304;
    private static final Duration[] BUCKETS = {Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20),
            Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(10)};

    /** Less than clients and proxies commonly wait, so that they hear of it. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private final Route route;
    private final QueryParser query;
    private final Timer answered;
    private final Timer refused;

    RouteHandler(Route route, MeterRegistry registry) {
        this.route = route;
        this.query = new QueryParser(route.queryParameters());
        this.answered = timer(registry, "answered");
        this.refused = timer(registry, "refused");
    }

    private Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("mswada.http.requests")
                .description("Requests that came to a route; those that end in a problem document are refused")
                .tag("route", route.path()).tag("outcome", outcome).serviceLevelObjectives(BUCKETS).register(registry);
    }

    @Override
    public void handle(Context context) {
        long start = System.nanoTime();
        Timer outcome = refused;
        try {
            answer(context);
            outcome = answered;
        } finally {
            outcome.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private void answer(Context context) {
        Parameters parameters = new Parameters(context.pathParamMap(), query.parse(context.queryString()));
        Reply reply = ConsistencyHeader.call(context, Deadline.in(TIME_LIMIT), () -> route.handler().apply(parameters));
        EntityTag tag = reply.tag();
        if (tag == null) {
            context.header("Cache-Control", "no-store");
            send(context, reply);
            return;
        }
        context.header("ETag", tag.value());
        context.header("Cache-Control", "no-cache");
        if (tag.isAmong(headers(context, "If-None-Match"))) {
            context.status(NOT_MODIFIED);
            context.res().setContentType(null);
        } else {
            send(context, reply);
        }
    }

    private static List<String> headers(Context context, String name) {
        return Collections.list(context.req().getHeaders(name));
    }

    private static void send(Context context, Reply reply) {
        byte[] body = reply.body().get();
        context.status(reply.status()).contentType(reply.mediaType());
        context.res().setContentLength(body.length);
        context.result(body);
    }
}
