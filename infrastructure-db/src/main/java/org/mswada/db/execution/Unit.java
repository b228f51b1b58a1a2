package org.mswada.db.execution;

import java.sql.Connection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.PoolGeneration;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.ConsistencyToken;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;

/**
 * One unit of work on its way through the policies, and what they note on it. Used by one thread.
 *
 * @param <T> what the work returns
 */
public final class Unit<T> {
    final Operation operation;
    final Mode mode;
    final Isolation isolation;
    final Function<? super JooqSession, ? extends T> work;
    final long startNanos;
    final Deadline deadline;
    /** The call that the unit belongs to, or null where nobody set one: then it reads on the primary. */
    final @Nullable CallContext call;
    /** What the unit must see, or null where anything will do. */
    final @Nullable ConsistencyToken required;

    int attempts;
    boolean rolledBackOnly;
    boolean locallyDurableOnly;
    /** Whether the attempt's transaction could not be ended, so that only the end of its connection does. */
    boolean leftOpen;
    /** Whether the attempt ran statements of which nobody knows what they leave behind on the connection. */
    boolean saidSqlOfItsOwn;
    /** How far the unit saw, or stored; null where no position was asked for. */
    @Nullable
    ConsistencyToken yielded;
    @Nullable
    String node;
    @Nullable
    Connection connection;
    /** Where the connection was borrowed. */
    @Nullable
    PoolGeneration generation;
    @Nullable
    InFlight inFlight;

    /**
     * Begins a unit at a moment of {@link System#nanoTime()}.
     *
     * @param call the call that it belongs to, or null where nobody set one
     */
    public Unit(Operation operation, Mode mode, Isolation isolation, Function<? super JooqSession, ? extends T> work,
            long startNanos, @Nullable CallContext call) {
        if (mode.writes() && operation.access() != Operation.Access.WRITE) {
            throw new IllegalArgumentException("operation '" + operation.name()
                    + "' is declared to read only; declare it by Operation.write to write in it");
        }
        this.operation = operation;
        this.mode = mode;
        this.isolation = isolation;
        this.work = work;
        this.startNanos = startNanos;
        this.call = call;
        this.required = call == null ? null : call.token().orElse(null);
        Deadline deadline = call == null ? Deadline.at(startNanos, CallContext.DEFAULT_TIME) : call.deadline();
        this.deadline = operation.ownTimeLimit().map(limit -> deadline.orEarlier(Deadline.at(startNanos, limit)))
                .orElse(deadline);
    }

    /** Whether no standby will do, whatever it has replayed. */
    boolean isForPrimary() {
        return mode.writes() || call == null || operation.primaryOnly();
    }

    void saw(ConsistencyToken token) {
        yielded = yielded == null ? token : ConsistencyToken.newerOf(yielded, token);
    }

    /** Returns the operation. */
    public Operation operation() {
        return operation;
    }

    /** Returns when it began, in the terms of {@link System#nanoTime()}. */
    public long startNanos() {
        return startNanos;
    }

    /** Returns how often it was begun on a connection. */
    public int attempts() {
        return attempts;
    }

    /** Returns whether its work asked for everything to be undone. */
    public boolean isRolledBackOnly() {
        return rolledBackOnly;
    }

    /** Returns whether its COMMIT is durable on the primary only, though a standby was to have it too. */
    public boolean isLocallyDurableOnly() {
        return locallyDurableOnly;
    }

    /** Returns how far it saw, or stored; empty where no position was asked for. */
    public Optional<ConsistencyToken> token() {
        return Optional.ofNullable(yielded);
    }

    /** Returns the node that it ran on last, or null if it came to none. */
    public @Nullable String node() {
        return node;
    }
}
