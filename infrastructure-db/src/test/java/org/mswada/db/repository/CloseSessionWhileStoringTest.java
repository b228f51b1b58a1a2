package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.portcontracts.BillFixtures;

/** A session is closed while bills are stored in it: who comes second waits, and then sees what the first has done. */
final class CloseSessionWhileStoringTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final LocalDate CLOSED_ON = BillFixtures.INTRODUCED_ON.plusYears(1);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqBillWriteRepository writes = new JooqBillWriteRepository();
    private final JooqLegislatureRepository legislatures = new JooqLegislatureRepository();
    private SessionId session;
    private BillContent known;

    @BeforeEach
    void store() {
        session = database.units().write(WRITE, open -> legislatures.ensureSession(open, BillFixtures.JURISDICTION,
                BillFixtures.SESSION, new SessionId(UUID.randomUUID())));
        known = BillFixtures.bill(session, "HR 1");
        List<UpsertResult> _ = database.units().write(WRITE,
                open -> writes.upsertBatch(open, List.of(known)));
    }

    @Test
    void bills_that_are_being_stored_lapse_as_soon_as_they_are() throws Exception {
        try (ExecutorService closer = Executors.newSingleThreadExecutor()) {
            Future<Integer> closing = database.service().write(WRITE, open -> {
                upsert(open);
                return begun(closer.submit(() -> database.service().<Integer>write(WRITE, this::close)));
            });

            assertThat(closing.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(2);
        }
        assertAllLapsed();
    }

    @Test
    void bills_that_are_to_be_stored_in_a_session_that_is_being_closed_lapse_at_once() throws Exception {
        try (ExecutorService importer = Executors.newSingleThreadExecutor()) {
            Future<List<UpsertResult>> storing = database.service().write(WRITE, open -> {
                assertThat(close(open)).isEqualTo(1);
                return begun(importer.submit(() -> database.service()
                        .<List<UpsertResult>>write(WRITE, this::upsert)));
            });

            assertThat(storing.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).containsExactly(UpsertResult.UPDATED,
                    UpsertResult.INSERTED);
        }
        assertAllLapsed();
    }

    private int close(WriteSession open) {
        legislatures.close(open, session, CLOSED_ON);
        return writes.lapse(open, session, CLOSED_ON);
    }

    private List<UpsertResult> upsert(WriteSession open) {
        return writes.upsertBatch(open, List.of(
                BillFixtures.bill(session, "HR 1", BillFixtures.INTRODUCED_ON, "Corrected"),
                BillFixtures.bill(session, "HR 2")));
    }

    /** Returns when the other waits for a lock, or is done. */
    private <T> Future<T> begun(Future<T> other) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!other.isDone() && count("select count(*) from pg_stat_activity where datname = current_database() "
                + "and wait_event_type = 'Lock'") == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return other;
    }

    private void assertAllLapsed() {
        assertThat(count("select count(*) from bill where status = '" + BillStatus.LAPSED + "'")).isEqualTo(2);
        assertThat(count("select count(*) from bill")).isEqualTo(2);
    }

    private long count(String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
