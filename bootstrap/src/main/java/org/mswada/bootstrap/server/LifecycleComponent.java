package org.mswada.bootstrap.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.mswada.bootstrap.server.Lifecycle.ComponentStatus;
import org.mswada.bootstrap.server.Lifecycle.State;

/** Something that the lifecycle starts and closes. */
final class LifecycleComponent {
    final String name;
    final Duration closeLimit;
    final Thread starter = Thread.currentThread();
    final CountDownLatch settled = new CountDownLatch(1);

    /** Guarded by the lifecycle. */
    boolean interrupted;
    volatile @Nullable AutoCloseable resource;
    volatile ComponentStatus status;

    LifecycleComponent(String name, Duration closeLimit, Instant now) {
        this.name = name;
        this.closeLimit = closeLimit;
        this.status = new ComponentStatus(name, State.STARTING, now, null);
    }

    void become(State state, Instant now, @Nullable String trouble) {
        status = new ComponentStatus(name, state, now, trouble);
    }
}
