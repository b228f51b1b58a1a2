package org.mswada.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives every request its trace id, as an attribute and in a header of the response. */
final class TraceHandler extends Handler.Wrapper {
    static final String HEADER = "X-Trace-Id";

    private static final String ATTRIBUTE = "org.mswada.trace-id";

    TraceHandler(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put(HEADER, traceIdOf(request));
        return super.handle(request, response, callback);
    }

    /** Returns the trace id of the request, also of one that was refused before it came to this handler. */
    static String traceIdOf(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String traceId = TraceId.of(request.getHeaders().get("traceparent"));
        request.setAttribute(ATTRIBUTE, traceId);
        return traceId;
    }
}
