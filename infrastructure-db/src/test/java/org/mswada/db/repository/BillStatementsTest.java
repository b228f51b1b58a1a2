package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.db.execution.TestSession;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.portcontracts.BillFixtures;

/** How many statements each operation takes: a fixed number, for one bill and for fifty. */
final class BillStatementsTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final int MANY = 50;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqBillRepository bills = new JooqBillRepository();
    private final JooqBillWriteRepository writes = new JooqBillWriteRepository();
    private final JooqBillSearchRepository search = new JooqBillSearchRepository();
    private SessionId session;

    @BeforeEach
    void storeSession() {
        session = database.units().write(WRITE, open -> new JooqLegislatureRepository().ensureSession(open,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID())));
    }

    @Test
    void a_list_with_all_that_belongs_to_its_bills_takes_five_statements_for_any_number() throws SQLException {
        store(MANY);
        for (int limit : new int[]{1, MANY}) {
            assertThat(reading(open -> {
                List<BillId> page = bills.list(open, BillFilter.ALL, BillSort.INTRODUCED, null, limit).items().stream()
                        .map(BillOverview::id).toList();
                assertThat(page).hasSize(limit);
                bills.sponsorships(open, page);
                bills.actions(open, page);
                bills.relatedBills(open, page);
                bills.statusHistories(open, page);
            })).hasSize(5);
        }
    }

    @Test
    void bills_are_found_by_any_number_of_ids_by_one_statement() throws SQLException {
        List<BillId> ids = store(MANY).stream().map(BillContent::newId).toList();

        assertThat(reading(open -> assertThat(bills.findByIds(open, ids)).hasSize(MANY))).hasSize(1);
    }

    @Test
    void a_search_takes_at_most_seven_statements_for_any_number_of_hits() throws SQLException {
        store(MANY);

        assertThat(reading(open -> search.search(open, "concerning", BillFilter.ALL, null, MANY))).hasSize(5);
        assertThat(reading(open -> search.search(open, "concerning", BillFilter.ALL, null, 1))).hasSize(5);
        assertThat(reading(open -> search.search(open, "HR 7", BillFilter.ALL, null, 1))).hasSize(6);
        assertThat(reading(open -> search.search(open, "nothing", BillFilter.ALL, null, 1))).hasSize(2);
        JooqBillSearchRepository common = new JooqBillSearchRepository(
                new BillMatching(new SearchLimits(5_000, 1_000, 50_000, -1, 100_000)));
        assertThat(reading(open -> common.search(open, "HR 7", BillFilter.ALL, null, MANY))).hasSize(7);
    }

    @Test
    void a_bill_that_is_deleted_between_two_statements_of_a_search_is_not_shown() throws SQLException {
        List<BillContent> stored = store(2);
        List<BillId> shown = new ArrayList<>();
        try (Connection connection = database.connect()) {
            AtomicBoolean deleted = new AtomicBoolean();
            ReadSession open = TestSession.on(connection, text -> {
                if (text.contains("ts_rank") && !deleted.getAndSet(true)) {
                    database.units().write(WRITE, other -> writes.deleteBatch(other,
                            List.of(new BillVersion(stored.getFirst().newId(), 1))));
                }
            });
            search.search(open, "concerning", BillFilter.ALL, null, MANY).hits()
                    .forEach(hit -> shown.add(hit.bill().id()));
        }

        assertThat(shown).containsExactly(stored.getLast().newId());
    }

    @Test
    void a_batch_takes_as_many_statements_as_one_bill() throws SQLException {
        // The subjects of the fixtures are stored once, whoever comes first.
        store(1);
        List<BillContent> one = contents("A", 1);
        List<BillContent> many = contents("B", MANY);

        assertThat(writing(open -> writes.upsertBatch(open, one)))
                .hasSameSizeAs(writing(open -> writes.upsertBatch(open, many)));
        // Its session is held, and what is stored is looked at.
        assertThat(writing(open -> writes.upsertBatch(open, many))).hasSize(2);
        assertThat(writing(open -> writes.createBatch(open, contents("C", 1))))
                .hasSameSizeAs(writing(open -> writes.createBatch(open, contents("D", MANY))));
        List<BillContent> edited = store(1, "E");
        database.units().write(WRITE, open -> writes.updateBatch(open, edits(edited)));
        assertThat(writing(open -> writes.updateBatch(open, edits(one))))
                .hasSameSizeAs(writing(open -> writes.updateBatch(open, edits(many))));
        assertThat(writing(open -> writes.deleteBatch(open, versions(one)))).hasSize(2);
        assertThat(writing(open -> writes.deleteBatch(open, versions(many)))).hasSize(2);
    }

    private List<BillContent> store(int count) {
        return store(count, "HR");
    }

    private List<BillContent> store(int count, String prefix) {
        List<BillContent> contents = contents(prefix, count);
        database.units().write(WRITE, open -> writes.upsertBatch(open, contents));
        return contents;
    }

    private List<BillContent> contents(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> BillFixtures.bill(session, prefix + " " + number)).toList();
    }

    private static List<BillUpdate> edits(List<BillContent> contents) {
        return contents.stream().map(content -> new BillUpdate(content.newId(), 1,
                new BillEdit(content.classification(), "Edited", null, null, List.of("Air"), null,
                        content.context())))
                .toList();
    }

    private static List<BillVersion> versions(List<BillContent> contents) {
        return contents.stream().map(content -> new BillVersion(content.newId(), 2)).toList();
    }

    private List<String> reading(Consumer<ReadSession> work) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = database.connect()) {
            work.accept(TestSession.on(connection, statements::add));
        }
        return statements;
    }

    private List<String> writing(Consumer<WriteSession> work) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            work.accept(TestSession.writing(connection, statements::add));
            connection.commit();
        }
        return statements;
    }
}
