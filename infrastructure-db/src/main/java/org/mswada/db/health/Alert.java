package org.mswada.db.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at.
 *
 * @param rule that it broke
 * @param subject which server, or {@link Signals#ALL}
 * @param since when it began
 * @param words what happens, why, and what to do
 * @param acknowledgement who has seen it; null when nobody has. It stays until it is over all the same
 */
public record Alert(AlertRule rule, String subject, Instant since, String words,
        @Nullable Acknowledgement acknowledgement) {
    /**
     * Somebody has seen it.
     *
     * @param by who
     * @param at when
     */
    public record Acknowledgement(String by, Instant at) {}
}
