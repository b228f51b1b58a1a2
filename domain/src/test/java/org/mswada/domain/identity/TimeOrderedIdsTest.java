package org.mswada.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TimeOrderedIdsTest {
    private static final long NOW = Instant.parse("2026-01-02T03:04:05.678Z").toEpochMilli();
    private static final InstantSource FROZEN = InstantSource.fixed(Instant.ofEpochMilli(NOW));

    private static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    private static List<UUID> take(IdSource ids, int count) {
        return Stream.generate(ids::next).limit(count).toList();
    }

    /** The order of the text is that of the bytes, which is how a database sorts; {@link UUID#compareTo} is another. */
    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    @Test
    void version_and_variant_are_those_of_RFC_9562_whatever_the_random_bits() {
        for (long bits : new long[]{0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x4000_0000_0000_0000L}) {
            for (UUID id : take(new TimeOrderedIds(FROZEN, () -> bits), 5_000)) {
                assertThat(id.version()).isEqualTo(7);
                assertThat(id.variant()).isEqualTo(2);
            }
        }
    }

    @Test
    void the_first_48_bits_are_the_milliseconds() {
        assertThat(millis(new TimeOrderedIds(FROZEN, new Random(1)).next())).isEqualTo(NOW);
    }

    @Test
    void the_last_62_bits_are_random() {
        UUID id = new TimeOrderedIds(FROZEN, () -> 0xFEDC_BA98_7654_3210L).next();
        assertThat(id.getLeastSignificantBits()).isEqualTo(0xBEDC_BA98_7654_3210L);
    }

    @Test
    void ids_ascend_strictly_while_the_clock_stands_still_even_when_the_counter_runs_over() {
        List<UUID> ids = take(new TimeOrderedIds(FROZEN, new Random(1)), 10_000);
        assertThat(texts(ids)).isSorted().doesNotHaveDuplicates();
        assertThat(millis(ids.get(4_095))).isEqualTo(NOW);
        assertThat(millis(ids.get(4_096))).isEqualTo(NOW + 1);
    }

    @Test
    void ids_ascend_strictly_while_the_clock_goes_back() {
        AtomicLong clock = new AtomicLong(NOW);
        TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.ofEpochMilli(clock.getAndAdd(-1_000)), new Random(1));
        assertThat(texts(take(ids, 1_000))).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ids_follow_the_clock_again_once_it_has_caught_up() {
        AtomicLong clock = new AtomicLong(NOW);
        TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.ofEpochMilli(clock.get()), new Random(1));
        ids.next();
        clock.set(NOW - 5_000);
        ids.next();
        clock.set(NOW + 7);
        assertThat(millis(ids.next())).isEqualTo(NOW + 7);
    }

    @Test
    void eight_threads_get_different_ids_each_in_ascending_order()
            throws InterruptedException, ExecutionException, TimeoutException {
        TimeOrderedIds ids = new TimeOrderedIds(FROZEN, () -> 0);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<UUID>>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return take(ids, 20_000);
                }));
            }
            start.countDown();
            Set<UUID> all = new HashSet<>();
            for (Future<List<UUID>> future : futures) {
                List<UUID> own = future.get(30, TimeUnit.SECONDS);
                assertThat(texts(own)).isSorted();
                all.addAll(own);
            }
            assertThat(all).hasSize(160_000);
        }
    }
}
