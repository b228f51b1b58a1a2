package org.mswada.db.execution;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Sleeper {
    /** Really sleeps. */
    Sleeper REAL = Thread::sleep;

    /**
     * Returns after {@code time}.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile or was already; its flag is cleared
     */
    void sleep(Duration time) throws InterruptedException;
}
