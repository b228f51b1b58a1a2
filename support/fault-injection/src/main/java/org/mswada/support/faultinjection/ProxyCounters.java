package org.mswada.support.faultinjection;

/**
 * What went through a proxy since it was opened. With TLS only connections and bytes are counted.
 *
 * @param connections connections accepted, also those struck at once and those that only carry a cancel request
 * @param cancelRequests requests to cancel a statement
 * @param statements statements the client sent for execution, BEGIN and COMMIT included
 * @param commitsSent COMMITs that came from clients
 * @param commitsDelivered COMMITs handed to the server
 * @param commitsAnswered COMMITs the server replied to, whether or not the client ever saw the reply
 * @param commitsRefused those of them that were no success: an error, or "ROLLBACK" in reply
 * @param requests how often a client asked for an end (Query, Sync, FunctionCall), which the server answers by saying that it
 *        is ready; logins do not count. The driver sends BEGIN as a request of its own in front of another, in one flush
 * @param roundTrips how often a client sent a request (Query, Sync, FunctionCall) while no reply was outstanding;
 *        logins do not count. Two requests in one flush are one or two, as the server is slow or fast to answer the first
 * @param bytesToServer bytes handed to the server
 * @param bytesToClient bytes handed to clients
 */
public record ProxyCounters(long connections, long cancelRequests, long statements, long commitsSent,
        long commitsDelivered, long commitsAnswered, long commitsRefused, long requests, long roundTrips,
        long bytesToServer, long bytesToClient) {

    /** Returns what was added since an earlier count. */
    public ProxyCounters since(ProxyCounters earlier) {
        return new ProxyCounters(connections - earlier.connections, cancelRequests - earlier.cancelRequests,
                statements - earlier.statements, commitsSent - earlier.commitsSent,
                commitsDelivered - earlier.commitsDelivered, commitsAnswered - earlier.commitsAnswered,
                commitsRefused - earlier.commitsRefused, requests - earlier.requests, roundTrips - earlier.roundTrips,
                bytesToServer - earlier.bytesToServer, bytesToClient - earlier.bytesToClient);
    }
}
