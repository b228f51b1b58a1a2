package org.mswada.db.health;

import java.time.Instant;

/**
 * What a server said of itself.
 *
 * @param inRecovery whether it is a standby
 * @param systemIdentifier of its database cluster: a standby has that of its primary
 * @param timeline of a primary: each promotion begins a new one, with a higher number; 0 = not known, as on a standby
 * @param lsn where a primary writes next, or how far a standby has replayed
 * @param postmasterStart since when it runs
 */
public record ServerFacts(boolean inRecovery, String systemIdentifier, int timeline, long lsn,
        Instant postmasterStart) {
    /** Returns what stays the same as long as connections to it are worth keeping. */
    public Epoch epoch() {
        return new Epoch(systemIdentifier, inRecovery ? 0 : timeline, inRecovery, postmasterStart);
    }
}
