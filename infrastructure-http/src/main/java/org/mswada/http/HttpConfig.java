package org.mswada.http;

import java.time.Duration;

/**
 * How the server listens.
 *
 * @param host the address or name of the interface to listen on, for both ports; {@code 0.0.0.0} is all of IPv4
 * @param port the port of the public API, 0 for any free one
 * @param adminPort the port of the probes, 0 for any free one
 * @param drainTimeout how long {@link HttpServer#close()} lets requests in flight finish; zero cuts them off at once
 * @param maximumConcurrentRequests how many requests of the public API are handled at a time
 * @param maximumWaitingRequests how many more wait for their turn; those beyond are refused with status 503
 * @param maximumWait how long one waits for its turn before it is refused with status 503
 */
public record HttpConfig(String host, int port, int adminPort, Duration drainTimeout, int maximumConcurrentRequests,
        int maximumWaitingRequests, Duration maximumWait) {
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Refuses what cannot work; the message names the part and what it may be. */
    public HttpConfig {
        check(!host.isBlank(), "host", "is blank; give an address such as 127.0.0.1 or 0.0.0.0");
        check(port >= 0 && port <= HIGHEST_PORT, "port", port + " is not from 0 to " + HIGHEST_PORT);
        check(adminPort >= 0 && adminPort <= HIGHEST_PORT, "adminPort",
                adminPort + " is not from 0 to " + HIGHEST_PORT);
        check(port == 0 || port != adminPort, "adminPort",
                adminPort + " is the port of the public API too; choose another");
        check(!drainTimeout.isNegative() && drainTimeout.compareTo(LONGEST) <= 0, "drainTimeout",
                drainTimeout + " is not from zero to " + LONGEST);
        check(maximumConcurrentRequests > 0, "maximumConcurrentRequests",
                maximumConcurrentRequests + " is not above 0");
        check(maximumWaitingRequests >= 0, "maximumWaitingRequests", maximumWaitingRequests + " is negative");
        check(maximumWait.compareTo(Duration.ofMillis(1)) >= 0 && maximumWait.compareTo(LONGEST) <= 0, "maximumWait",
                maximumWait + " is not from one millisecond to " + LONGEST);
    }

    private static void check(boolean right, String part, String trouble) {
        if (!right) {
            throw new IllegalArgumentException(part + " " + trouble);
        }
    }
}
