package org.mswada.db.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;

/** Callers who read twice in each call, the second time no less than the first, and which server answered when. */
final class ReadLoad implements AutoCloseable {
    private static final int CALLERS = 32;
    private static final Duration CALL_TIME = Duration.ofSeconds(10);
    private static final int WARM = 200;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Map<String, Long> lastAnswered = new ConcurrentHashMap<>();
    private final Calls calls = new Calls();
    private final DatabaseService service;
    private final Calls.Running running;

    /** Begins, and returns when these answer. */
    ReadLoad(DatabaseService service, String... answering) {
        this.service = service;
        this.running = calls.keep(CALLERS, this::readTwice);
        Await.until("all is under load", LIMIT, () -> calls.count() > WARM
                && lastAnswered.keySet().containsAll(List.of(answering)));
    }

    private void readTwice(int number) {
        new CallContext(Deadline.in(CALL_TIME), null).call(() -> {
            read(number % 2 == 0 ? QueryOptions.SINGLE : QueryOptions.SNAPSHOT);
            read(QueryOptions.SINGLE);
            return true;
        });
    }

    private void read(QueryOptions options) {
        switch (service.executeQuery(Replicas.READ, options,
                session -> JooqSession.sql(session).fetch("select count(*), pg_sleep(0.005) from note"))) {
            case QueryResult.Success<?> success ->
                lastAnswered.put(String.valueOf(success.statistics().node()), System.nanoTime());
            case QueryResult.Failure<?> failure -> throw failure.error();
        }
    }

    Calls calls() {
        return calls;
    }

    /** Waits until some more calls have ended. */
    void goOn() {
        int before = calls.count();
        Await.until("reads go on", LIMIT, () -> calls.count() > before + WARM);
    }

    /** Returns how long after a moment a server still answered; zero where it did not. */
    Duration answeredAfter(String server, long moment) {
        return Duration.ofNanos(Math.max(0, lastAnswered.getOrDefault(server, moment) - moment));
    }

    /** Waits for the next answer of a server, and returns how long that took. */
    Duration awaitAnswer(String server, Duration limit) {
        long before = System.nanoTime();
        return Await.until(server + " answers", limit, () -> answeredAfter(server, before).isPositive());
    }

    /** No more calls; returns when all have ended. */
    void stop() {
        running.close();
    }

    @Override
    public void close() {
        stop();
    }
}
