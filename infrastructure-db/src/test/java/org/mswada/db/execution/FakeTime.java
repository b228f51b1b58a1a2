package org.mswada.db.execution;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that moves when told to, or when somebody sleeps. */
final class FakeTime implements LongSupplier, Sleeper {
    private final AtomicLong now = new AtomicLong(-1);

    @Override
    public long getAsLong() {
        return now.get();
    }

    @Override
    public void sleep(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
