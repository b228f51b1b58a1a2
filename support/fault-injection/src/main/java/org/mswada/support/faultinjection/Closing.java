package org.mswada.support.faultinjection;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;

/** Ends sockets in the ways that differ on the wire. */
final class Closing {

    private Closing() {}

    /** Closes what may be closed or broken already: then there is nothing left to end. */
    static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyEnded) {
            return;
        }
    }

    /** Has the kernel send RST, not FIN (socket(7), SO_LINGER). */
    static void reset(Socket socket) {
        quietly(() -> {
            socket.setSoLinger(true, 0);
            socket.close();
        });
        quietly(socket);
    }
}
