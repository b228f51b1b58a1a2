package org.mswada.db.connection;

import java.util.List;

/**
 * Whether a server says anything to those who work with it. One that is too busy to answer its probe in time still answers
 * them, and one that is away or frozen says nothing to anybody. Costs those who are answered nothing worth mentioning.
 * Safe for use by many threads.
 */
public final class SignsOfLife {
    /** Of a server with which nobody works. */
    public static final SignsOfLife NONE = new SignsOfLife(List.of());

    private final List<NodeSockets> sockets;

    SignsOfLife(List<NodeSockets> sockets) {
        this.sockets = sockets;
    }

    /** Whatever was said so far no longer counts. */
    public void forget() {
        sockets.forEach(NodeSockets::forgetAnswers);
    }

    /** Returns whether the server has said anything since it was last told to forget. */
    public boolean any() {
        return sockets.stream().anyMatch(NodeSockets::wereAnswered);
    }
}
