package org.mswada.bootstrap.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Something that {@link Lifecycle} starts and closes. */
final class LifecycleComponent {
    final String name;
    final Duration closeLimit;
    final Thread starter = Thread.currentThread();
    final CountDownLatch settled = new CountDownLatch(1);
    boolean interrupted;
    volatile @Nullable AutoCloseable resource;
    volatile Lifecycle.ComponentStatus status;

    LifecycleComponent(String name, Duration closeLimit, Instant now) {
        this.name = name;
        this.closeLimit = closeLimit;
        this.status = new Lifecycle.ComponentStatus(name, Lifecycle.State.STARTING, now, null);
    }

    void become(Lifecycle.State state, Instant now, @Nullable String trouble) {
        status = new Lifecycle.ComponentStatus(name, state, now, trouble);
    }
}
