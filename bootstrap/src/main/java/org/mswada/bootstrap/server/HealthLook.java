package org.mswada.bootstrap.server;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.HealthCheckResult;

/** Asks a database how it is, as the server would. */
public final class HealthLook {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private HealthLook() {}

    /** Waits for one answer, 10 s at most; {@code lifecycle} closes what this opens. */
    public static HealthCheckResult at(DatabaseAccess access, Lifecycle lifecycle) {
        DatabaseService database = access.component(lifecycle, new SimpleMeterRegistry()).database();
        long end = System.nanoTime() + LIMIT.toNanos();
        HealthCheckResult health = database.healthCheck();
        while (!wasAsked(health) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            health = database.healthCheck();
        }
        return health;
    }

    private static boolean wasAsked(HealthCheckResult health) {
        return health.latency().isPositive();
    }
}
