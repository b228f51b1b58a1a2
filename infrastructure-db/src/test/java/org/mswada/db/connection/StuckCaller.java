package org.mswada.db.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Somebody who waits for a server that is frozen, in reading or in writing. */
final class StuckCaller {
    /** More than all buffers between hold. */
    private static final int MUCH = 64 << 20;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_NANOS = 1_000_000;

    final Connection connection;
    private final Thread thread;
    private volatile @Nullable SQLException failure;

    private StuckCaller(Connection connection, String kind, Call call) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().daemon().name("stuck-" + kind).start(() -> {
            try {
                call.run(connection);
            } catch (SQLException e) {
                failure = e;
            }
        });
    }

    static StuckCaller inReading(Connection connection) {
        StuckCaller caller = new StuckCaller(connection, "reader", StuckCaller::sleep);
        caller.awaitIn("read");
        return caller;
    }

    static StuckCaller inWriting(Connection connection) {
        StuckCaller caller = new StuckCaller(connection, "writer", StuckCaller::sendMuch);
        caller.awaitIn("write");
        return caller;
    }

    private static void sleep(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_sleep(120)");
        }
    }

    private static void sendMuch(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select length(?)")) {
            statement.setBytes(1, new byte[MUCH]);
            statement.execute();
        }
    }

    /** Waits until the caller is parked in the system's socket, several times in a row. */
    private void awaitIn(String what) {
        int[] seen = new int[1];
        await("not stuck in " + what, () -> {
            StackTraceElement[] stack = thread.getStackTrace();
            boolean parked = Arrays.stream(stack).anyMatch(each -> each.getClassName().endsWith("NioSocketImpl")
                    && each.getMethodName().toLowerCase(Locale.ROOT).contains(what))
                    && Arrays.stream(stack).anyMatch(each -> "park".equals(each.getMethodName()));
            seen[0] = parked ? seen[0] + 1 : 0;
            return seen[0] >= 20;
        });
    }

    boolean isStuck() {
        return thread.isAlive();
    }

    /** Returns why it came back, when it did. */
    SQLException awaitFailure(Duration limit) throws InterruptedException {
        thread.join(limit);
        SQLException came = failure;
        if (came == null) {
            throw new AssertionError(thread.getName() + " is not back after " + limit);
        }
        return came;
    }

    static void await(String failure, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(failure + " within " + LIMIT);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    /** What it does. */
    @FunctionalInterface
    private interface Call {
        void run(Connection connection) throws SQLException;
    }
}
