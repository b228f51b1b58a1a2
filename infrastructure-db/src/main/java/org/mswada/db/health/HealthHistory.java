package org.mswada.db.health;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the health of each server, as far as it is remembered. Safe for use by many threads. */
public final class HealthHistory {
    /** How many changes of each server are remembered. */
    public static final int REMEMBERED = 100;

    private final Map<String, Deque<Change>> changes = new LinkedHashMap<>();

    HealthHistory() {}

    /**
     * A server is otherwise than it was.
     *
     * @param at when that was seen
     * @param state how it is from then on
     * @param reason in words; empty when all is well
     */
    public record Change(Instant at, String state, String reason) {}

    /** Notes a state, if it is another one than before. */
    synchronized void note(String subject, Instant at, String state, String reason) {
        Deque<Change> ofSubject = changes.computeIfAbsent(subject, _ -> new ArrayDeque<>());
        if (!ofSubject.isEmpty() && ofSubject.getLast().state().equals(state)) {
            return;
        }
        ofSubject.add(new Change(at, state, reason));
        if (ofSubject.size() > REMEMBERED) {
            ofSubject.removeFirst();
        }
    }

    /** Returns the changes of a server, the oldest first. */
    public synchronized List<Change> of(String subject) {
        return List.copyOf(changes.getOrDefault(subject, new ArrayDeque<>()));
    }
}
