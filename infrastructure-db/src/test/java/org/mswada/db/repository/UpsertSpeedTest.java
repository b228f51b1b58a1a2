package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.db.execution.TestSession;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.Operation;
import org.mswada.support.portcontracts.BillFixtures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ten thousand bills that changed, stored by us and by the batches of JDBC, in turn into the same tables. */
@Tag("soak")
@Isolated
final class UpsertSpeedTest {
    private static final Logger LOGGER = LoggerFactory.getLogger(UpsertSpeedTest.class);
    private static final Operation WRITE = Operation.write("test.write");
    private static final int BILLS = 10_000;
    private static final int ROUNDS = 5;
    private static final double AT_LEAST_TIMES = 1.5;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqBillWriteRepository writes = new JooqBillWriteRepository();
    private SessionId session;

    @BeforeEach
    void store() {
        session = database.units().write(WRITE, open -> new JooqLegislatureRepository().ensureSession(open,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID())));
        upsert(contents(0));
    }

    @Test
    void ours_is_at_least_half_again_as_fast() throws SQLException {
        List<Double> ratios = new ArrayList<>();
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            List<BillContent> first = contents(2 * round);
            List<BillContent> second = contents(2 * round + 1);
            tidy();
            ours.add(nanos(() -> assertThat(upsert(first)).containsOnly(UpsertResult.UPDATED)));
            tidy();
            theirs.add(nanos(() -> UpsertByJdbcBatch.run(database, second)));
            ratios.add((double) theirs.getLast() / ours.getLast());
        }
        double ratio = ratios.stream().sorted().toList().get(ROUNDS / 2);
        LOGGER.warn("{} changed bills: ours {} ms, JDBC batch {} ms, {} times (median of {} rounds)", BILLS,
                median(ours) / 1_000_000, median(theirs) / 1_000_000, "%.2f".formatted(ratio), ROUNDS);
        assertThat(ratio).isGreaterThanOrEqualTo(AT_LEAST_TIMES);
    }

    /** Nobody pays for the dead rows of the other. */
    private void tidy() throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze bill, bill_action, sponsorship, bill_subject");
            statement.execute("checkpoint");
        }
    }

    private List<UpsertResult> upsert(List<BillContent> contents) {
        // On a connection like theirs: what is compared is how rows are stored, not what watches over units.
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            List<UpsertResult> results = writes.upsertBatch(TestSession.writing(connection, text -> {}), contents);
            connection.commit();
            return results;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<BillContent> contents(int round) {
        return IntStream.range(0, BILLS).mapToObj(number -> BillFixtures.bill(session, "HR " + number,
                BillFixtures.INTRODUCED_ON, "An Act concerning matter " + number + " of round " + round)).toList();
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
