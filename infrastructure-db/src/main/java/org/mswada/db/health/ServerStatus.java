package org.mswada.db.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one server, for a person.
 *
 * @param name as it is called in reports
 * @param role what it says that it is
 * @param isWriter whether writes go to it
 * @param reachable whether it is there
 * @param fit whether it is a standby that takes reads
 * @param lagBytes how far it is behind, of a standby that was measured
 * @param lag since when it is behind
 * @param latency how long its last answer took
 * @param trouble why it did not answer, or refused to; null when all is well
 * @param reasons what keeps it from what it is for, in words; empty when all is well
 */
public record ServerStatus(String name, Role role, boolean isWriter, boolean reachable, boolean fit,
        OptionalLong lagBytes, Optional<Duration> lag, Duration latency, @Nullable String trouble,
        List<String> reasons) {
    /** What a server is. */
    public enum Role {
        PRIMARY, STANDBY, UNKNOWN
    }

    /** Copies the reasons. */
    public ServerStatus {
        reasons = List.copyOf(reasons);
    }
}
