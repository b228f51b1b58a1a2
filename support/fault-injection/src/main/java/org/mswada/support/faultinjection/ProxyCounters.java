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
 * @param roundTrips how often a client sent a request (Query, Sync, FunctionCall) while no reply was outstanding;
 *        logins do not count
 * @param bytesToServer bytes handed to the server
 * @param bytesToClient bytes handed to clients
 */
public record ProxyCounters(long connections, long cancelRequests, long statements, long commitsSent,
        long commitsDelivered, long commitsAnswered, long commitsRefused, long roundTrips, long bytesToServer,
        long bytesToClient) {

    /** Returns what was added since an earlier count. */
    public ProxyCounters since(ProxyCounters earlier) {
        return new ProxyCounters(connections - earlier.connections, cancelRequests - earlier.cancelRequests,
                statements - earlier.statements, commitsSent - earlier.commitsSent,
                commitsDelivered - earlier.commitsDelivered, commitsAnswered - earlier.commitsAnswered,
                commitsRefused - earlier.commitsRefused, roundTrips - earlier.roundTrips,
                bytesToServer - earlier.bytesToServer, bytesToClient - earlier.bytesToClient);
    }
}
