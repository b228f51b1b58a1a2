package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.db.execution.TestSession;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.sponsorship.SponsorshipPlace;
import org.mswada.domain.sponsorship.UnlinkedSponsorship;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.portcontracts.BillFixtures;
import org.mswada.support.portcontracts.SponsorFixtures;

/** Names are linked while their bills are imported anew. On bare connections, where nobody runs a deadlock again. */
final class ConcurrentLinksTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final int BILLS = 100;
    private static final int ROUNDS = 10;
    private static final int LINKERS = 2;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqSponsorshipLinks links = new JooqSponsorshipLinks();
    private final JooqBillWriteRepository bills = new JooqBillWriteRepository();
    private SessionId session;

    @BeforeEach
    void storeSponsors() {
        session = database.units().write(WRITE, open -> new JooqLegislatureRepository().ensureSession(open,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID())));
        database.units().write(WRITE, open -> new JooqSponsorRepository().upsertBatch(open,
                List.of(SponsorFixtures.printed("Ada", "1"), SponsorFixtures.printed("Bob", "2"))));
    }

    @Test
    void linkers_and_an_import_wait_for_each_other_instead_of_deadlocking() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(LINKERS + 1)) {
            for (int round = 0; round < ROUNDS; round++) {
                CyclicBarrier together = new CyclicBarrier(LINKERS + 1);
                List<BillContent> changed = bills("Title " + round, "Ada");
                List<Future<Integer>> running = new ArrayList<>();
                for (int linker = 0; linker < LINKERS; linker++) {
                    running.add(threads.submit(at(together, open -> link(open).linked())));
                }
                running.add(threads.submit(at(together, open -> bills.upsertBatch(open, changed).size())));
                for (Future<Integer> each : running) {
                    assertThat(each.get()).isLessThanOrEqualTo(BILLS);
                }
            }
        }
        assertThat(inTransaction(open -> link(open).linked(), text -> {})).isLessThanOrEqualTo(BILLS);
        assertThat(unlinked()).isEmpty();
    }

    @Test
    void a_name_that_is_replaced_while_it_is_looked_at_is_not_taken_for_the_one_before() throws Exception {
        database.units().write(WRITE, open -> bills.upsertBatch(open, bills("Title", "Ada")));
        List<BillContent> changed = bills("Changed", "Nobody");
        List<UpsertResult> stored = new ArrayList<>();

        assertThat(inTransaction(open -> link(open).linked(), text -> {
            if (stored.isEmpty()) {
                stored.addAll(database.units().<List<UpsertResult>>write(WRITE,
                        open -> bills.upsertBatch(open, changed)));
            }
        })).isZero();

        assertThat(stored).hasSize(BILLS).containsOnly(UpsertResult.UPDATED);
        assertThat(unlinked()).hasSize(BILLS).allMatch(each -> each.nameAsPrinted().equals("Nobody"));
    }

    private SponsorshipLinks.LinkStep link(WriteSession open) {
        return links.linkByName(open, BillFixtures.JURISDICTION.code(), SponsorshipPlace.START,
                SponsorshipLinks.MAXIMUM_LIMIT);
    }

    private List<UnlinkedSponsorship> unlinked() {
        return database.units().read(Operation.read("test.read"), open -> links.unlinked(open,
                BillFixtures.JURISDICTION.code(), SponsorshipPlace.START, SponsorshipLinks.MAXIMUM_LIMIT));
    }

    private List<BillContent> bills(String title, String name) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, BILLS).boxed().toList());
        Collections.shuffle(numbers, new Random(title.hashCode()));
        return numbers.stream()
                .map(number -> BillFixtures.bill(session, "HR " + number, BillFixtures.INTRODUCED_ON, title,
                        List.of(BillFixtures.nameOnly(0, name)),
                        List.of(BillFixtures.action(0, BillStatus.IN_COMMITTEE))))
                .toList();
    }

    private Callable<Integer> at(CyclicBarrier together, Work work) {
        return () -> {
            together.await();
            return inTransaction(work, text -> {});
        };
    }

    private int inTransaction(Work work, Consumer<String> statements) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            int done = work.run(TestSession.writing(connection, statements));
            connection.commit();
            return done;
        }
    }

    /** What is done in a transaction; it says to how many. */
    private interface Work {
        int run(WriteSession session);
    }
}
