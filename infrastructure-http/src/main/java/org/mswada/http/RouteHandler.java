package org.mswada.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.http.routing.EntityTag;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParser;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Route;

/** Runs a route: strict parameters in, a reply with its entity tag out. */
final class RouteHandler implements Handler {
    private static final int NOT_MODIFIED = 304;

    /** Less than clients and proxies commonly wait, so that they hear of it. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private final Route route;
    private final QueryParser query;

    RouteHandler(Route route) {
        this.route = route;
        this.query = new QueryParser(route.queryParameters());
    }

    @Override
    public void handle(Context context) {
        Parameters parameters = new Parameters(context.pathParamMap(), query.parse(context.queryString()));
        CallContext call = new CallContext(Deadline.in(TIME_LIMIT), context.res().getHeader(TraceHandler.HEADER));
        Reply reply = call.call(() -> route.handler().apply(parameters));
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
