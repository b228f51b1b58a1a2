package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.Operation;
import org.mswada.support.portcontracts.BillFixtures;

/** Two imports of the same bills at once: whoever comes second finds what the first has stored. */
final class ConcurrentUpsertTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final int BILLS = 60;
    private static final int ROUNDS = 10;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqBillWriteRepository billWrites = new JooqBillWriteRepository();
    private final JooqBillRepository bills = new JooqBillRepository();
    private final JooqSponsorRepository sponsors = new JooqSponsorRepository();
    private SessionId session;

    @BeforeEach
    void storeSession() {
        session = database.units().write(WRITE, open -> new JooqLegislatureRepository().ensureSession(open,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID())));
    }

    @Test
    void each_bill_and_sponsor_is_stored_once_and_nobody_is_refused() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                CyclicBarrier together = new CyclicBarrier(2);
                Future<List<UpsertResult>> one = threads.submit(shuffled(round, 1, together));
                Future<List<UpsertResult>> other = threads.submit(shuffled(round, 2, together));
                List<UpsertResult> results = new ArrayList<>(one.get());
                results.addAll(other.get());
                assertThat(Collections.frequency(results, UpsertResult.INSERTED)).isEqualTo(BILLS);
                assertThat(Collections.frequency(results, UpsertResult.UNCHANGED)).isEqualTo(BILLS);
            }
        }
        assertThat(database.units().<Integer>read(Operation.read("test.read"),
                open -> bills.list(open, BillFilter.ALL, BillSort.INTRODUCED, null, 200).items().size()))
                .isEqualTo(200);
    }

    private Callable<List<UpsertResult>> shuffled(int round, int seed, CyclicBarrier together) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, BILLS).boxed().toList());
        Collections.shuffle(numbers, new Random(seed));
        List<BillContent> contents = numbers.stream()
                .map(number -> BillFixtures.bill(session, "R" + round + " " + number)).toList();
        List<NewSponsor> named = numbers.stream().map(number -> sponsor(round + "-" + number)).toList();
        return () -> {
            together.await();
            return write(contents, named);
        };
    }

    private List<UpsertResult> write(List<BillContent> contents, List<NewSponsor> named) {
        return database.units().write(WRITE, open -> {
            assertThat(sponsors.ensureAll(open, named)).hasSize(named.size());
            return billWrites.upsertBatch(open, contents);
        });
    }

    private static NewSponsor sponsor(String identifier) {
        return new NewSponsor(new SponsorId(UUID.randomUUID()), BillFixtures.JURISDICTION.code(),
                SponsorContent.asPrinted("Member " + identifier, Chamber.LOWER, null, null,
                        List.of(new ExternalIdentifier("test", identifier))));
    }
}
