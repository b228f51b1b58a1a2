package org.mswada.db.health;

import java.time.Instant;

/**
 * One life of a server in one role: in another epoch, connections of this one are of no use any more.
 *
 * @param systemIdentifier of its database cluster
 * @param timeline of a primary; 0 of a standby, which passes from one to the next without an end of its connections
 * @param inRecovery whether it is a standby
 * @param postmasterStart since when it runs
 */
public record Epoch(String systemIdentifier, int timeline, boolean inRecovery, Instant postmasterStart) {}
