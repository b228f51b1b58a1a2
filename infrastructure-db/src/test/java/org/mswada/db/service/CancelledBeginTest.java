package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.StorageException;
import org.mswada.support.faultinjection.FaultProxy;

/**
 * A cancellation that meets BEGIN. The driver sends BEGIN as a request of its own together with the first statement, which
 * the server therefore runs although BEGIN was refused, and commits by itself.
 */
final class CancelledBeginTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final String HALVES = "select count(*) from (select entry from pair group by entry having count(*) <> 2)"
            + " as half";
    private static final Duration CONTROL_LIMIT = Duration.ofSeconds(30);
    private static final Duration TIME = Duration.ofSeconds(4);
    private static final int UNITS_BETWEEN_LOOKS = 200;
    private static OwnServer server;

    @BeforeAll
    static void start() throws SQLException {
        server = new OwnServer();
    }

    @AfterAll
    static void stop() throws SQLException {
        server.close();
    }

    @BeforeEach
    void createTable() throws SQLException {
        server.execute("drop table if exists pair; create table pair (entry int)");
    }

    @Test
    void a_unit_is_stored_as_a_whole_or_not_at_all() throws Exception {
        try (FaultProxy proxy = server.proxy(); DatabaseService service = server.service(proxy, 1)) {
            whileCancelling(TIME, entry -> {
                TransactionResult<Integer> _ = service.withTransaction(WRITE.within(Duration.ofSeconds(1)),
                        TransactionOptions.DEFAULT, session -> JooqSession.sql(session).execute(insert(entry))
                                + JooqSession.sql(session).execute(insert(entry)));
            });
        }

        assertThat(server.number("select count(*) from pair")).isPositive();
        assertThat(server.number(HALVES)).as("units that are stored in part").isZero();
    }

    /** Where positions are known, BEGIN and the statement are in one request, and the server leaves out the rest of it. */
    @Test
    void a_single_write_between_begin_and_commit_is_stored_unless_it_is_told_as_refused() throws Exception {
        List<Integer> refused = new ArrayList<>();
        try (FaultProxy proxy = server.proxy();
                DatabaseService service = server.service(proxy, 1, Tracking.TRACKED)) {
            whileCancelling(TIME, entry -> {
                try {
                    int _ = service.<Integer>writeSingle(WRITE.within(Duration.ofSeconds(1)),
                            session -> JooqSession.sql(session).execute(insert(entry) + ", (" + entry + ")"));
                } catch (OutcomeUnknown unknown) {
                    return;
                } catch (StorageException e) {
                    refused.add(entry);
                }
            });
        }

        assertThat(refused).isNotEmpty();
        for (int entry : refused) {
            assertThat(server.number("select count(*) from pair where entry = " + entry)).isZero();
        }
        assertThat(server.number("select count(*) from pair")).isPositive();
        assertThat(server.number(HALVES)).as("units that are stored in part").isZero();
    }

    /** The control: plain JDBC stores the first statement alone, and fails. */
    @Test
    void plain_jdbc_stores_a_part() throws Exception {
        try (FaultProxy proxy = server.proxy(); HikariDataSource pool = server.plainPool(proxy, 1)) {
            whileCancelling(CONTROL_LIMIT, entry -> insertTwiceByPlainJdbc(pool, entry));
        }

        assertThat(server.number(HALVES)).as("units that are stored in part").isPositive();
    }

    /** Until the time is over, or a part is stored. */
    private static void whileCancelling(Duration limit, IntConsumer unit) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> cancelling = background.submit(() -> {
                while (!over.get()) {
                    int _ = server.faults().cancel(OwnServer.APPLICATION);
                }
                return null;
            });
            long end = System.nanoTime() + limit.toNanos();
            int entry = 0;
            do {
                for (int time = 0; time < UNITS_BETWEEN_LOOKS; time++) {
                    unit.accept(entry++);
                }
            } while (System.nanoTime() - end < 0 && server.number(HALVES) == 0);
            over.set(true);
            cancelling.get();
        }
    }

    private static String insert(int entry) {
        return "insert into pair values (" + entry + ")";
    }

    private static void insertTwiceByPlainJdbc(HikariDataSource pool, int entry) {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(insert(entry));
            statement.execute(insert(entry));
            connection.commit();
        } catch (SQLException cancelled) {
            return;
        }
    }
}
