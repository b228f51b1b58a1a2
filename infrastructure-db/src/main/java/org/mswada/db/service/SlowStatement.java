package org.mswada.db.service;

import java.time.Duration;
import java.time.Instant;

/**
 * A statement that took longer than it should.
 *
 * @param operation the unit it belongs to
 * @param node where it ran
 * @param text its SQL, without values
 * @param duration how long it took
 * @param rows how many rows it returned or changed; -1 where that is not known
 * @param endedAt when it ended
 */
public record SlowStatement(String operation, String node, String text, Duration duration, long rows,
        Instant endedAt) {}
