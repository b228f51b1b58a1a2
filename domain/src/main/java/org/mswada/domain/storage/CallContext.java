package org.mswada.domain.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the edge that took a call tells the storage below it, without passing it through every signature: a
 * {@link ScopedValue}, seen by everything that the call does on its thread. It never carries a session. The storage notes in
 * it how far the call has seen, so that nothing that the call reads later is older. Safe for use by many threads.
 */
public final class CallContext {
    /** How long a call may take that says nothing. */
    public static final Duration DEFAULT_TIME = Duration.ofSeconds(30);

    private static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();

    private final Deadline deadline;
    private final @Nullable String traceId;
    private final AtomicReference<@Nullable ConsistencyToken> newest;

    /**
     * A call that has seen nothing yet.
     *
     * @param deadline when the caller stops waiting
     * @param traceId by which the call is found in logs, or null
     */
    public CallContext(Deadline deadline, @Nullable String traceId) {
        this(deadline, traceId, null);
    }

    /**
     * A call that must see at least what an earlier one has seen.
     *
     * @param deadline when the caller stops waiting
     * @param traceId by which the call is found in logs, or null
     * @param seen the token of the earlier call, or null
     */
    public CallContext(Deadline deadline, @Nullable String traceId, @Nullable ConsistencyToken seen) {
        this.deadline = deadline;
        this.traceId = traceId;
        this.newest = new AtomicReference<>(seen);
    }

    /** Returns when the caller stops waiting. */
    public Deadline deadline() {
        return deadline;
    }

    /** Returns by what the call is found in logs, or null. */
    public @Nullable String traceId() {
        return traceId;
    }

    /** Returns how far the call has seen; empty where it has seen nothing, or no replica is configured. */
    public Optional<ConsistencyToken> token() {
        return Optional.ofNullable(newest.get());
    }

    /** Says that the call has seen this much. */
    public void noteToken(ConsistencyToken token) {
        newest.accumulateAndGet(token, (seen, now) -> seen == null ? now : ConsistencyToken.newerOf(seen, now));
    }

    /** Runs {@code call} with this context and returns what it returns. */
    public <T> T call(Supplier<? extends T> call) {
        return ScopedValue.where(CURRENT, this).call(call::get);
    }

    /** Returns the context of the call that this thread runs, or empty where nobody set one. */
    public static Optional<CallContext> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
