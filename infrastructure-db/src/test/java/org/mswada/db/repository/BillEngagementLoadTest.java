package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.EngagementDelta;
import org.mswada.domain.bill.EngagementResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.Operation;
import org.mswada.support.portcontracts.BillFixtures;

/** Many count one bill at once, while somebody is changing that bill and does not end. */
final class BillEngagementLoadTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final int WRITERS = 64;
    private static final int INCREMENTS = 20;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqBillEngagementRepository engagement = new JooqBillEngagementRepository();
    private BillContent first;
    private BillContent second;

    @BeforeEach
    void store() {
        SessionId session = database.units().write(WRITE, open -> new JooqLegislatureRepository().ensureSession(open,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID())));
        first = BillFixtures.bill(session, "HR 1");
        second = BillFixtures.bill(session, "HR 2");
        database.units()
                .write(WRITE, open -> new JooqBillWriteRepository().upsertBatch(open, List.of(first, second)));
    }

    @Test
    void no_increment_is_lost_and_none_waits_for_the_bill() throws Exception {
        try (Connection editor = database.connect(); Statement statement = editor.createStatement()) {
            editor.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(1) from bill for update");
            String before = billRows(editor);

            increment();

            assertThat(billRows(editor)).isEqualTo(before);
        }
        for (BillContent bill : List.of(first, second)) {
            EngagementDelta counters = database.units().read(READ, open -> engagement
                    .engagement(open, List.of(bill.newId())).get(bill.newId()).counters());
            assertThat(counters.views()).isEqualTo((long) WRITERS * INCREMENTS);
            assertThat(counters.bookmarks()).isEqualTo((long) WRITERS * INCREMENTS / 2);
        }
    }

    @Test
    void of_many_who_take_away_at_once_only_as_many_may_as_there_is_to_take() throws Exception {
        int there = WRITERS / 4;
        merge(Map.of(first.newId(), new EngagementDelta(0, 0, 0, there, 0, 0, 0)));
        Map<BillId, EngagementDelta> one = Map.of(first.newId(), new EngagementDelta(0, 0, 0, -1, 0, 0, 0));
        List<EngagementResult> results = new ArrayList<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<EngagementResult>> running = Stream
                    .generate(() -> writers.submit(() -> merge(one).get(first.newId()))).limit(WRITERS).toList();
            for (Future<EngagementResult> each : running) {
                results.add(each.get());
            }
        }
        assertThat(results).filteredOn(EngagementResult.MOVED::equals).hasSize(there);
        assertThat(results).filteredOn(EngagementResult.BELOW_ZERO::equals).hasSize(WRITERS - there);
    }

    private Map<BillId, EngagementResult> merge(Map<BillId, EngagementDelta> deltas) {
        return database.units().writeSingle(WRITE, open -> engagement.merge(open, deltas));
    }

    /** Half of them name the two bills in the other order: nobody ends in a deadlock. */
    private void increment() throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                boolean bookmarks = writer % 2 == 0;
                running.add(writers.submit(() -> {
                    EngagementDelta delta = new EngagementDelta(1, 0, 0, bookmarks ? 1 : 0, 0, 0, 0);
                    for (int round = 0; round < INCREMENTS; round++) {
                        assertThat(merge(bookmarks
                                ? Map.of(first.newId(), delta, second.newId(), delta)
                                : Map.of(second.newId(), delta, first.newId(), delta)).values())
                                .containsExactly(EngagementResult.MOVED, EngagementResult.MOVED);
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    private static String billRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select string_agg(xmin || ' ' || xmax || ' ' || ctid, ';' order by id) from bill")) {
            row.next();
            return row.getString(1);
        }
    }
}
