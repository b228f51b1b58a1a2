package org.mswada.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.user.Actor;
import org.mswada.http.routing.EntityTag;
import org.mswada.http.routing.Method;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParser;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Request;
import org.mswada.http.routing.Route;

/** Runs a route: strict parameters in, a reply with its entity tag out. */
final class RouteHandler implements Handler {
    private static final int NOT_MODIFIED = 304;
    private static final byte[] NOTHING = new byte[0];
    private static final Duration[] BUCKETS = {Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20),
            Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(10)};

    /** Less than clients and proxies commonly wait, so that they hear of it. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private final Route route;
    private final Function<List<String>, Actor> callers;
    private final QueryParser query;
    private final Timer answered;
    private final Timer refused;

    RouteHandler(Route route, Function<List<String>, Actor> callers, MeterRegistry registry) {
        this.route = route;
        this.callers = callers;
        this.query = new QueryParser(route.queryParameters());
        this.answered = timer(registry, "answered");
        this.refused = timer(registry, "refused");
    }

    private Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("mswada.http.requests")
                .description("Requests that came to a route; those that end in a problem document are refused")
                .tag("method", route.method().name()).tag("route", route.path()).tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS).register(registry);
    }

    @Override
    public void handle(Context context) {
        long start = System.nanoTime();
        Timer outcome = refused;
        try {
            answer(context);
            outcome = answered;
        } catch (RuntimeException refusal) {
            RequestBody.leave(context.req(), context.res());
            throw refusal;
        } finally {
            outcome.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private void answer(Context context) {
        Answer answer = ConsistencyHeader.call(context, Deadline.in(TIME_LIMIT), () -> {
            Request request = read(context);
            return new Answer(route.handler().apply(request), request.isPersonal());
        });
        send(context, answer.reply(), answer.isPersonal());
    }

    /** Who nobody knows is refused before anything else is looked at, unless that says whether it matters. */
    private Request read(Context context) {
        Actor actor = route.isPublic() ? null : caller(context);
        Parameters parameters = new Parameters(context.pathParamMap(), query.parse(context.queryString()));
        if (actor == null && route.isPersonal(parameters)) {
            actor = caller(context);
        }
        byte[] body = route.method() == Method.GET ? NOTHING : RequestBody.read(context.req(), route);
        return new Request(actor, parameters, name -> headers(context, name), body);
    }

    private Actor caller(Context context) {
        return callers.apply(headers(context, "Authorization"));
    }

    /** What is somebody's own is in no cache that others share, and in their own not for who signs in there next. */
    private void send(Context context, Reply reply, boolean isPersonal) {
        EntityTag tag = reply.tag();
        if (isPersonal) {
            context.header("Vary", "Authorization");
        }
        String keeping = isPersonal ? "private, no-cache" : "no-cache";
        context.header("Cache-Control", tag == null || route.method() != Method.GET ? "no-store" : keeping);
        if (tag != null) {
            context.header("ETag", tag.value());
        }
        if (tag != null && route.method() == Method.GET && tag.isAmong(headers(context, "If-None-Match"))) {
            context.status(NOT_MODIFIED);
            context.res().setContentType(null);
        } else {
            sendWhole(context, reply);
        }
    }

    private static List<String> headers(Context context, String name) {
        return Collections.list(context.req().getHeaders(name));
    }

    private static void sendWhole(Context context, Reply reply) {
        byte[] body = reply.body().get();
        context.status(reply.status());
        reply.headers().forEach(context::header);
        context.res().setContentType(reply.mediaType());
        if (reply.mediaType() != null) {
            context.res().setContentLength(body.length);
            context.result(body);
        }
    }

    /** A reply, and whether it is for whoever asked alone. */
    private record Answer(Reply reply, boolean isPersonal) {}
}
