package org.mswada.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/** Lets only so many requests run and wait: virtual threads cost little, what they ask the database for does not. */
final class LoadLimit extends QoSHandler {
    LoadLimit(HttpConfig config, Handler handler) {
        super(handler);
        setMaxRequestCount(config.maximumConcurrentRequests());
        setMaxSuspendedRequestCount(config.maximumWaitingRequests());
        setMaxSuspend(config.maximumWait());
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
        Response.writeError(request, response, callback, status);
    }
}
