package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/**
 * A walk of a list to its end while writers insert, change and delete rows in front of it, behind it and where it is: some
 * writes with each part that is read, and now and then the walk waits until all are done.
 *
 * @param <C> the place from which a part of the list is read
 */
final class WalkWhileWriting<C> {
    static final int WRITERS = 2;

    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ROWS = 60;
    /** Every third row is written; the others stay in place. */
    private static final int MOVING = 3;
    private static final int STORED_AT_ONCE = 10;
    private static final int PART = 5;
    /** Fewer than a part has rows, for all may come to stand behind the walk, which has to end. */
    private static final int WRITES_A_PART = 3;
    private static final int PARTS_BETWEEN_WAITS = 3;

    private final UnitOfWork units;
    private final WalkedList<C> list;
    private final Set<Object> inPlace = new HashSet<>();
    private final Semaphore due = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private volatile boolean end;

    WalkWhileWriting(UnitOfWork units, WalkedList<C> list) {
        this.units = units;
        this.list = list;
    }

    /** Stores the rows, walks them while they are written, and returns what was shown of those that stayed in place. */
    Walked run() throws Exception {
        store();
        List<Object> shown;
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int own = writer;
                running.add(writers.submit(() -> write(own)));
            }
            try {
                shown = walk();
            } finally {
                end = true;
                due.release(WRITERS);
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }
        shown.retainAll(inPlace);
        return new Walked(inPlace, shown);
    }

    private void store() {
        units.write(WRITE, session -> {
            list.begin(session);
            return true;
        });
        for (int from = 0; from < ROWS; from += STORED_AT_ONCE) {
            int first = from;
            inPlace.addAll(units.write(WRITE, session -> {
                Set<Object> stored = new HashSet<>();
                for (int number = first; number < first + STORED_AT_ONCE; number++) {
                    Object row = list.insert(session, number);
                    if (number % MOVING != 0) {
                        stored.add(row);
                    }
                }
                return stored;
            }));
        }
    }

    private List<Object> walk() throws InterruptedException {
        List<Object> shown = new ArrayList<>();
        @Nullable
        C after = null;
        int parts = 0;
        int undone = 0;
        do {
            C place = after;
            WalkedList.Part<C> part = units.read(READ, session -> list.part(session, place, PART));
            shown.addAll(part.rows());
            after = part.next();
            due.release(WRITES_A_PART);
            undone += WRITES_A_PART;
            if (parts++ % PARTS_BETWEEN_WAITS == 0) {
                assertThat(done.tryAcquire(undone, LIMIT.toMillis(), TimeUnit.MILLISECONDS)).as("writers write")
                        .isTrue();
                undone = 0;
            }
        } while (after != null);
        return shown;
    }

    /** Each writer has rows of its own, among those that move, and those that it inserts. */
    private void write(int writer) {
        Random random = new Random(writer);
        int inserted = ROWS + writer;
        due.acquireUninterruptibly();
        while (!end) {
            int number = MOVING * (writer + WRITERS * random.nextInt(ROWS / MOVING / WRITERS));
            int how = random.nextInt();
            int fresh = inserted;
            units.write(WRITE, session -> {
                switch (Math.floorMod(how, 3)) {
                    case 0 -> list.insert(session, fresh);
                    case 1 -> list.change(session, number, Math.floorMod(how, 1000));
                    default -> list.delete(session, number);
                }
                return true;
            });
            inserted += WRITERS;
            done.release();
            due.acquireUninterruptibly();
        }
    }

    /**
     * What a walk showed.
     *
     * @param inPlace the rows that stayed in their place all the time
     * @param shown those of them that it showed, as often as it did
     */
    record Walked(Set<Object> inPlace, List<Object> shown) {
        boolean isEachOnce() {
            return shown.size() == inPlace.size() && inPlace.equals(new HashSet<>(shown));
        }
    }
}
