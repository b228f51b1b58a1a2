package org.mswada.support.faultinjection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens on one port of 127.0.0.1, except while it is shut. Safe for many threads. */
final class Listener {
    private static final int BACKLOG = 1_024;
    private static final Duration ACCEPTING_ENDS_WITHIN = Duration.ofSeconds(1);

    private final Consumer<Socket> accepted;
    private ServerSocket socket;
    private @Nullable Thread accepting;
    private final int port;
    private int shut;
    private boolean closed;

    Listener(Consumer<Socket> accepted) {
        this.accepted = accepted;
        this.socket = listen(0);
        this.port = socket.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Refuses connections from now on, until it was opened as often. */
    synchronized void shut() {
        if (shut++ == 0) {
            Closing.quietly(socket);
            awaitEnd();
        }
    }

    /** The kernel listens on for as long as a thread waits inside accept, which is told of the end a moment later. */
    private void awaitEnd() {
        Thread thread = accepting;
        try {
            if (thread != null && thread != Thread.currentThread()) {
                thread.join(ACCEPTING_ENDS_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the port again. */
    synchronized void open() {
        if (--shut == 0 && !closed) {
            socket = listen(port);
            start();
        }
    }

    synchronized void close() {
        closed = true;
        Closing.quietly(socket);
    }

    /** Begins to accept connections. */
    synchronized void start() {
        ServerSocket listening = socket;
        accepting = Thread.ofPlatform().daemon().name("fault-proxy-" + port).start(() -> accept(listening));
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                accepted.accept(listening.accept());
            }
        } catch (IOException shutOrClosed) {
            Closing.quietly(listening);
        }
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
            return listening;
        } catch (IOException e) {
            throw new FaultInjectionException("The fault proxy cannot listen on port " + port + " of 127.0.0.1 (" + e
                    + "). If that port was refusing connections, somebody took it meanwhile: run the test again.", e);
        }
    }
}
