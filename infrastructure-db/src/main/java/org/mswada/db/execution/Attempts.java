package org.mswada.db.execution;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The attempts that hold a connection now: never more than there are permits, so that a fixed number of places is enough,
 * and coming and going costs no memory. Safe for use by many threads.
 */
final class Attempts {
    private static final int MOST_ROUNDS = 1_000;

    private final AtomicReferenceArray<@Nullable InFlight> places;

    /** Has room for as many. */
    Attempts(int room) {
        this.places = new AtomicReferenceArray<>(room);
    }

    void add(InFlight attempt) {
        int room = places.length();
        // Where threads begin to look apart from each other, they seldom meet.
        int first = (int) (attempt.thread.threadId() % room);
        // The free place may move behind the one who looks for it, but not for long.
        for (int step = 0; step < MOST_ROUNDS * room; step++) {
            int place = (first + step) % room;
            if (places.get(place) == null && places.compareAndSet(place, null, attempt)) {
                attempt.place = place;
                return;
            }
        }
        throw new IllegalStateException("more than " + room
                + " attempts hold a connection: each must have a permit, and there are no more of those");
    }

    /** Returns whether it was still there. */
    boolean remove(InFlight attempt) {
        return places.compareAndSet(attempt.place, attempt, null);
    }

    /** Returns the attempt that a thread is in the middle of, or null. */
    @Nullable
    InFlight of(Thread thread) {
        for (int place = 0; place < places.length(); place++) {
            // What this very thread put there it also sees; what others put there does not matter.
            InFlight attempt = places.getPlain(place);
            if (attempt != null && attempt.thread == thread) {
                return attempt;
            }
        }
        return null;
    }

    void forEach(Consumer<InFlight> action) {
        for (int place = 0; place < places.length(); place++) {
            InFlight attempt = places.get(place);
            if (attempt != null) {
                action.accept(attempt);
            }
        }
    }
}
