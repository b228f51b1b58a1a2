package org.mswada.db.execution;

import java.util.concurrent.TimeUnit;

/** Lets time pass; tests put a clock of their own in its place. */
interface Sleeper {
    /** Really waits. */
    Sleeper REAL = TimeUnit.NANOSECONDS::sleep;

    /** Waits so long, or until the thread is interrupted. */
    void sleep(long nanos) throws InterruptedException;
}
