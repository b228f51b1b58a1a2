package org.mswada.db.connection;

import java.time.Duration;

/**
 * How long each thing on a connection may take. The socket's limit is the last resort: it must be longer than the
 * statement's, for it ends only the client's side (pgJDBC manual, socketTimeout).
 *
 * @param connect to open the socket
 * @param tls to agree on TLS
 * @param socket to wait for any answer
 * @param statement to run a statement, on the server
 */
public record TimeoutConfig(Duration connect, Duration tls, Duration socket, Duration statement) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The limits where nothing else is said. */
    public static final TimeoutConfig DEFAULT = new TimeoutConfig(Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofSeconds(40), Duration.ofSeconds(30));

    /** Refuses limits below a second, which the driver cannot tell from none, and a socket that gives up too soon. */
    public TimeoutConfig {
        check("connecting", connect);
        check("agreeing on TLS", tls);
        check("waiting on a socket", socket);
        check("a statement", statement);
        if (socket.compareTo(statement) <= 0) {
            throw new IllegalArgumentException("a socket may wait " + socket + ", a statement may take " + statement
                    + ": allow the socket more, or it is closed while the server still works");
        }
    }

    private static void check(String what, Duration limit) {
        if (limit.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(limit + " for " + what + " is too short: use at least " + SHORTEST);
        }
    }
}
