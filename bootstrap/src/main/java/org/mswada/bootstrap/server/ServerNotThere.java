package org.mswada.bootstrap.server;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** No server of ours answers where the configuration says that it is. */
public final class ServerNotThere extends Exception {
    private static final long serialVersionUID = 1L;

    ServerNotThere(URI uri, String why, @Nullable Exception cause) {
        super("The server cannot be asked at " + uri + ": " + why
                + ". Start it with 'mswada serve', or name the one that runs with --set admin.port=PORT "
                + "(and http.host).", cause);
    }
}
