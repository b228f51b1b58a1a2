package org.mswada.db.execution;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One thread that waits for a {@link FairPermit}. Its wait is ended once, under the permit's lock. */
final class Waiter {
    private final Thread thread;
    private final long deadline;
    private volatile FairPermit.@Nullable Result result;

    Waiter(Thread thread, long deadline) {
        this.thread = thread;
        this.deadline = deadline;
    }

    boolean isExpired(long now) {
        return now - deadline >= 0;
    }

    FairPermit.@Nullable Result result() {
        return result;
    }

    void end(FairPermit.Result with) {
        result = with;
    }

    void wake() {
        LockSupport.unpark(thread);
    }
}
