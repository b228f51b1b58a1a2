package org.mswada.db.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;

/** Twice as many busy threads as processors, which make garbage, and callers who ask the server without a pause. */
final class FullLoad implements AutoCloseable {
    private static final int CALLERS = 8;
    private static final int GARBAGE_BYTES = 1 << 16;

    private final List<Thread> threads = new ArrayList<>();
    private final LongAdder queries = new LongAdder();
    private final LongAdder garbage = new LongAdder();
    private volatile boolean over;

    FullLoad(Callable<Connection> connect) {
        for (int busy = 0; busy < 2 * Runtime.getRuntime().availableProcessors(); busy++) {
            threads.add(Thread.ofPlatform().daemon().start(this::beBusy));
        }
        for (int caller = 0; caller < CALLERS; caller++) {
            threads.add(Thread.ofPlatform().daemon().start(() -> ask(connect)));
        }
    }

    private void beBusy() {
        while (!over) {
            garbage.add(new byte[GARBAGE_BYTES].length);
        }
    }

    private void ask(Callable<Connection> connect) {
        try (Connection connection = connect.call(); Statement statement = connection.createStatement()) {
            while (!over) {
                statement.execute("select sum(number) from generate_series(1, 1000) number");
                queries.increment();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException("no connection", e);
        }
    }

    long queries() {
        return queries.sum();
    }

    @Override
    public void close() {
        over = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
