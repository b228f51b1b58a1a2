package org.mswada.domain.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the edge that took a call tells the storage below it, without passing it through every signature: a
 * {@link ScopedValue}, seen by everything that the call does on its thread. It never carries a session.
 *
 * @param deadline when the caller stops waiting
 * @param traceId by which the call is found in logs, or null
 */
public record CallContext(Deadline deadline, @Nullable String traceId) {
    /** How long a call may take that says nothing. */
    public static final Duration DEFAULT_TIME = Duration.ofSeconds(30);

    private static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();

    /** Runs {@code call} with this context and returns what it returns. */
    public <T> T call(Supplier<? extends T> call) {
        return ScopedValue.where(CURRENT, this).call(call::get);
    }

    /** Returns the context of the call that this thread runs, or empty where nobody set one. */
    public static Optional<CallContext> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Returns the deadline of the call that this thread runs: {@link #DEFAULT_TIME} from now where nobody set one. */
    public static Deadline deadline(long nowNanos) {
        return CURRENT.isBound() ? CURRENT.get().deadline() : Deadline.at(nowNanos, DEFAULT_TIME);
    }
}
