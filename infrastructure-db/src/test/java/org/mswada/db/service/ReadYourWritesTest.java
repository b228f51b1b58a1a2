package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever hands the token of a call on to the next sees what he wrote, and never less than he saw, on whichever server,
 * while two replicas replay late by nothing to two seconds and one is restarted. Replayed by {@code -Dmswada.seed}: the lag
 * then swings as before.
 */
final class ReadYourWritesTest {
    private static final long SEED = Long.getLong("mswada.seed", 20_260_401L);
    private static final int POOL_SIZE = 8;
    private static final int RESTARTS = 2;
    private static final int PAIRS = 10_000;
    private static final int MANY_PAIRS = 100_000;
    private static final int PAIRS_OF_CONTROL = 1_000;
    private static final double SHARE_OF_REPLICAS = 0.9;

    private static Replicas replicas;
    private static DatabaseService service;

    @BeforeAll
    static void start() throws Exception {
        replicas = new Replicas();
        Counters.create(replicas, Pairs.CALLERS);
        service = replicas.open(POOL_SIZE);
    }

    @AfterAll
    static void end() {
        service.close();
        replicas.close();
    }

    @Test
    void ten_thousand_reads_after_writes_see_them() throws Exception {
        assertThatNothingIsStale(PAIRS);
    }

    @Test
    @Tag("soak")
    void a_hundred_thousand_reads_after_writes_see_them() throws Exception {
        assertThatNothingIsStale(MANY_PAIRS);
    }

    /** The control: the same callers, who forget the token between two calls. */
    @Test
    void without_the_token_reads_are_stale() throws Exception {
        Pairs pairs = new Pairs(service, false);
        Calls calls = run(pairs, PAIRS_OF_CONTROL, 0);

        Figures.show("without the token, %s: %s", calls, pairs);
        assertThat(pairs.stale()).isPositive();
    }

    private static void assertThatNothingIsStale(int count) throws Exception {
        Replicas.awaitFit(service, 1, 2);
        long start = System.nanoTime();
        Pairs pairs = new Pairs(service, true);
        Calls calls = run(pairs, count, RESTARTS);

        Figures.show("%d pairs in %d ms with seed %d: %s, %s; %d reads re-routed, %d retries", count,
                Duration.ofNanos(System.nanoTime() - start).toMillis(), SEED, calls, pairs,
                service.metrics().rerouted(), service.metrics().retries());
        assertThat(calls.outcomes()).as("with seed %d", SEED).isEqualTo(Map.of(Calls.DONE, count));
        assertThat(pairs.stale()).as("stale, with seed %d", SEED).isZero();
        assertThat(pairs.backwards()).as("backwards, with seed %d", SEED).isZero();
        assertThat(pairs.withoutToken()).isGreaterThanOrEqualTo(count);
        assertThat(pairs.shareOfReplicas()).as("of the reads without a token, with seed %d", SEED)
                .isGreaterThanOrEqualTo(SHARE_OF_REPLICAS);
    }

    /** Makes pairs, and restarts a replica when so many parts of them are made. */
    private static Calls run(Pairs pairs, int count, int restarts) throws Exception {
        try (SwingingLag lag = new SwingingLag(replicas, SEED)) {
            CompletableFuture<Calls> made = CompletableFuture.supplyAsync(() -> make(pairs, count));
            for (int restart = 1; restart <= restarts; restart++) {
                long before = (long) count * restart / (restarts + 1);
                Await.until("so many pairs are made", Duration.ofMinutes(10),
                        () -> pairs.withoutToken() > before || made.isDone());
                lag.restart();
            }
            return made.join();
        }
    }

    private static Calls make(Pairs pairs, int count) {
        try {
            return pairs.make(count);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
