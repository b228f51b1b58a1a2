package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.Operation;
import org.mswada.support.portcontracts.BillFixtures;

/** Each list is walked to its end while two writers insert, change and delete: who stayed in place is seen once. */
final class BillWalkWhileWritingTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final int STILL = 60;
    private static final int MOVING = 30;
    private static final int PAGE = 5;
    private static final int WRITERS = 2;
    private static final int WRITES_EACH_SIDE = 10;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqBillRepository bills = new JooqBillRepository();
    private final JooqBillWriteRepository writes = new JooqBillWriteRepository();
    private final AtomicBoolean end = new AtomicBoolean();
    private final AtomicInteger written = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(names = {"INTRODUCED", "LATEST_ACTION", "STATUS_SINCE", "UPDATED_OLDEST_FIRST"})
    void each_bill_whose_key_did_not_change_is_seen_exactly_once(BillSort sort) throws Exception {
        SessionId session = database.units().write(WRITE, open -> new JooqLegislatureRepository().ensureSession(open,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID())));
        List<BillContent> all = IntStream.range(0, STILL + MOVING).mapToObj(number -> bill(session, number, 0))
                .toList();
        Set<BillId> still = new HashSet<>();
        for (int number = 0; number < all.size(); number++) {
            BillContent content = all.get(number);
            database.units().write(WRITE, open -> writes.upsertBatch(open, List.of(content)));
            if (number % 3 != 2) {
                still.add(content.newId());
            }
        }

        List<BillId> walked;
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int seed = writer;
                running.add(writers.submit(() -> write(session, all, seed)));
            }
            try {
                walked = walk(sort);
            } finally {
                end.set(true);
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }

        assertThat(walked.stream().filter(still::contains)).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(still);
        assertThat(written.get()).isGreaterThan(2 * WRITES_EACH_SIDE);
    }

    private List<BillId> walk(BillSort sort) {
        List<BillId> walked = new ArrayList<>();
        @Nullable
        BillCursor after = null;
        do {
            BillCursor place = after;
            // Between the first pages and the last ones much is written.
            int enough = walked.size() == STILL / 2 || walked.isEmpty() ? written.get() + WRITES_EACH_SIDE : 0;
            while (written.get() < enough) {
                Thread.onSpinWait();
            }
            BillPage page = database.units().read(READ, open -> bills.list(open, BillFilter.ALL, sort, place, PAGE));
            page.items().stream().map(BillOverview::id).forEach(walked::add);
            after = page.next();
        } while (after != null);
        return walked;
    }

    /** Changes and deletes every third bill, and inserts others in front, between and behind. */
    private void write(SessionId session, List<BillContent> all, int seed) {
        Random random = new Random(seed);
        for (int round = 0; !end.get() && round < 400; round++) {
            int number = 3 * random.nextInt((STILL + MOVING) / 3) + 2;
            int what = random.nextInt(3);
            int fresh = 1000 * (seed + 1) + round;
            database.units().write(WRITE, open -> {
                if (what == 0) {
                    return writes.upsertBatch(open, List.of(bill(session, fresh, random.nextInt(40))));
                }
                if (what == 1) {
                    return writes.upsertBatch(open, List.of(bill(session, number, 1 + random.nextInt(40))));
                }
                return writes.deleteBatch(open,
                        List.of(new BillVersion(all.get(number).newId(), 1 + random.nextInt(3))));
            });
            written.incrementAndGet();
        }
    }

    private static BillContent bill(SessionId session, int number, int change) {
        return BillFixtures.bill(session, "HR " + number,
                BillFixtures.INTRODUCED_ON.plusDays(number % 40L + change), "Title " + change, List.of(),
                List.of(BillFixtures.action(number % 7 + change, null)));
    }
}
