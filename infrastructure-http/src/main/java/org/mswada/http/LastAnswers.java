package org.mswada.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Once it is told to, makes each answer the last one on its connection (RFC 9112, 9.6). A client that has to open a new
 * connection goes where it is served; one that keeps its own might send a request just when the server closes it.
 */
final class LastAnswers extends Handler.Wrapper {
    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (begun) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
        return super.handle(request, response, callback);
    }
}
