package org.mswada.domain.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name under which a unit of work is measured, logged and reported, and what it may take; a constant of the use case.
 *
 * @param name lower-case words and dots, such as {@code bill.find}
 * @param access whether the unit may write
 * @param timeLimit the most time that the unit may take where the caller allows more; null for no limit of its own
 * @param slowLimit the time from which a statement of it is reported as slow; null for that of the environment
 * @param idempotent whether running the unit again does no harm even when it may be stored already
 * @param primaryOnly whether the unit reads from the primary even where a replica could answer; writes go there anyway
 */
public record Operation(String name, Access access, @Nullable Duration timeLimit, @Nullable Duration slowLimit,
        boolean idempotent, boolean primaryOnly) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    /** What a unit of work may do. */
    public enum Access {
        READ, WRITE
    }

    /** Refuses a name that would not do as a metric's label, and limits that are not above zero. */
    public Operation {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("operation name '" + name + "' is not like 'bill.find'");
        }
        checkAboveZero(name, "time limit", timeLimit);
        checkAboveZero(name, "slow limit", slowLimit);
    }

    /** Names a unit of work that only reads; running it again does no harm. */
    public static Operation read(String name) {
        return new Operation(name, Access.READ, null, null, true, false);
    }

    /** Names a unit of work that may write; it is run again only when nothing of it was stored. */
    public static Operation write(String name) {
        return new Operation(name, Access.WRITE, null, null, false, false);
    }

    /** Limits the time that the unit may take. */
    public Operation within(Duration limit) {
        return new Operation(name, access, limit, slowLimit, idempotent, primaryOnly);
    }

    /** Reports its statements as slow from this time on. */
    public Operation slowFrom(Duration limit) {
        return new Operation(name, access, timeLimit, limit, idempotent, primaryOnly);
    }

    /** Promises that running the unit again does no harm even when it may be stored already. */
    public Operation repeatable() {
        return new Operation(name, access, timeLimit, slowLimit, true, primaryOnly);
    }

    /**
     * Reads from the primary and never from a replica, which may lag: for an answer that must not be of some seconds ago, such
     * as whether somebody may still act. While there is no primary it is refused.
     */
    public Operation onPrimary() {
        return new Operation(name, access, timeLimit, slowLimit, idempotent, true);
    }

    /** Returns the time that the unit may take, where it has a limit of its own. */
    public Optional<Duration> ownTimeLimit() {
        return Optional.ofNullable(timeLimit);
    }

    private static void checkAboveZero(String name, String what, @Nullable Duration limit) {
        if (limit != null && !limit.isPositive()) {
            throw new IllegalArgumentException("the " + what + " of operation '" + name + "' is " + limit
                    + ", not above zero");
        }
    }
}
