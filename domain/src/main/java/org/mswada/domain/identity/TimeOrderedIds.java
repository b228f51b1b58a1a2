package org.mswada.domain.identity;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * UUID version 7 of RFC 9562, section 5.7: 48 bits of Unix milliseconds, then a 12-bit counter (method 1 of section
 * 6.2) and 62 random bits. Identifiers of one source ascend strictly, also when the clock stands still or goes back.
 * Safe for use by many threads if the random generator is.
 */
public final class TimeOrderedIds implements IdSource {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;
    private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    /** Takes the time from {@code clock} and the random bits from {@code random}. */
    public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long tick = last.updateAndGet(previous -> Math.max(now, previous + 1));
        long high = tick >>> COUNTER_BITS << 16 | VERSION_7 | (tick & COUNTER_MASK);
        return new UUID(high, VARIANT_RFC | (random.nextLong() & RANDOM_MASK));
    }
}
