package org.mswada.db.service;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.mswada.support.embeddedpostgres.ReplicatedServer;

/** Has the replicas replay late, each on its own, by nothing to two seconds: delayed, or paused and then all at once. */
final class SwingingLag implements AutoCloseable {
    private static final int LONGEST_MILLIS = 2_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final List<Thread> threads;
    private volatile boolean stopped;
    private volatile boolean restartWanted;
    private volatile RuntimeException failure;

    SwingingLag(Replicas replicas, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        threads = IntStream.of(1, 2).mapToObj(number -> {
            SplittableRandom random = seeds.split();
            return Thread.ofPlatform().name("lag-" + number)
                    .start(() -> swing(replicas.replica(number), number, random));
        }).toList();
    }

    /** Has the first replica restarted instead of its next turn, and waits until it is. */
    void restart() {
        restartWanted = true;
        Await.until("the replica is restarted", Duration.ofSeconds(30), () -> !restartWanted || failure != null);
    }

    private void swing(ReplicatedServer replica, int number, SplittableRandom random) {
        try {
            while (!stopped) {
                if (number == 1 && restartWanted) {
                    replica.restart();
                    restartWanted = false;
                } else {
                    turn(replica, random);
                }
            }
            replica.delayReplay(Duration.ZERO);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void turn(ReplicatedServer replica, SplittableRandom random) {
        Duration lag = Duration.ofMillis(random.nextInt(LONGEST_MILLIS));
        switch (random.nextInt(3)) {
            case 0 -> {
                replica.pauseReplay();
                rest(lag);
                replica.resumeReplay();
            }
            case 1 -> {
                replica.delayReplay(lag);
                rest(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
            }
            default -> {
                replica.delayReplay(Duration.ZERO);
                rest(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
            }
        }
    }

    private void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (!stopped && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Ends it, and fails where it had failed. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
