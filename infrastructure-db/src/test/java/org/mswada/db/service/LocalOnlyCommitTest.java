package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mswada.db.execution.CopyRows;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.faultinjection.HeldCommits;

/**
 * A COMMIT that waits for a standby that is away, and is then cancelled or loses its backend: it is stored on the primary,
 * and nobody may be told more than that, nor less. The controls are HikariCP and plain JDBC.
 */
@ParameterizedClass
@EnumSource(Tracking.class)
final class LocalOnlyCommitTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final String INSERT = "insert into note values ('local')";
    private static OwnServer server;

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Tracking tracking;
    private FaultProxy proxy;
    private DatabaseService service;

    LocalOnlyCommitTest(Tracking tracking) {
        this.tracking = tracking;
    }

    @BeforeAll
    static void start() throws SQLException {
        server = new OwnServer();
    }

    @AfterAll
    static void stop() throws SQLException {
        server.close();
    }

    @BeforeEach
    void open() throws SQLException {
        server.execute("drop table if exists note; create table note (text text)");
        proxy = server.proxy();
        service = server.service(proxy, 2, tracking);
    }

    @AfterEach
    void close() {
        service.close();
        proxy.close();
        background.shutdownNow();
    }

    @Test
    void a_commit_whose_wait_is_cancelled_is_committed_locally_only() throws Exception {
        TransactionResult<Integer> result = whenCancelled(this::transaction);

        assertThat(result).isInstanceOfSatisfying(TransactionResult.Committed.class, committed -> assertThat(
                committed.durability()).isEqualTo(TransactionResult.Durability.LOCAL_ONLY));
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void the_verb_says_that_it_is_stored_on_the_primary_only() throws Exception {
        Throwable told = whenCancelled(() -> catchThrowable(() -> service.write(WRITE, LocalOnlyCommitTest::insert)));

        assertThat(told).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("stored on the primary");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_single_write_says_so_too() throws Exception {
        Throwable told = whenCancelled(
                () -> catchThrowable(() -> service.writeSingle(WRITE, LocalOnlyCommitTest::insert)));

        assertThat(told).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("stored on the primary");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_single_write_that_returns_rows_says_so_too() throws Exception {
        Throwable told = whenCancelled(() -> catchThrowable(() -> service.writeSingle(WRITE,
                session -> JooqSession.sql(session).fetch(INSERT + " returning text"))));

        assertThat(told).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("stored on the primary");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_single_copy_says_so_too() throws Exception {
        CopyRows rows = new CopyRows().value("local");
        rows.endRow();
        Throwable told = whenCancelled(() -> catchThrowable(() -> service.writeSingle(WRITE, session -> JooqSession
                .copy(session, DSL.table("note"), List.of(DSL.field("text", SQLDataType.CLOB)), rows))));

        assertThat(told).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("stored on the primary");
        assertThat(stored()).isEqualTo(1);
    }

    /** The control: commit returns as ever, and nobody looks at the warning, which is all there is. */
    @Test
    void a_plain_pool_reports_such_a_commit_as_any_other() throws Exception {
        try (HikariDataSource pool = server.plainPool(proxy, 1)) {
            assertThat(whenCancelled(() -> catchThrowable(() -> insertByPlainJdbc(pool)))).isNull();
        }
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_commit_whose_backend_ends_while_it_waits_is_unknown_although_it_is_stored() throws Exception {
        assertThat(whenTerminated(this::transaction)).isInstanceOf(TransactionResult.Unknown.class);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_single_write_whose_backend_ends_while_it_waits_is_unknown_although_it_is_stored() throws Exception {
        Throwable told = whenTerminated(
                () -> catchThrowable(() -> service.writeSingle(WRITE, LocalOnlyCommitTest::insert)));

        assertThat(told).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("may be stored or not");
        assertThat(stored()).isEqualTo(1);
    }

    /** The control: plain JDBC fails as for a connection lost before COMMIT, which invites to do it again. */
    @Test
    void plain_jdbc_reports_such_a_commit_as_a_lost_connection() throws Exception {
        try (HikariDataSource pool = server.plainPool(proxy, 1)) {
            assertThat(whenTerminated(() -> catchThrowable(() -> insertByPlainJdbc(pool))))
                    .isInstanceOfSatisfying(SQLException.class, lost -> assertThat(lost.getSQLState())
                            .isEqualTo("08006"));
        }
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_warning_of_another_sort_at_commit_is_no_local_commit() throws Exception {
        server.execute("""
                create or replace function warn() returns trigger language plpgsql as
                $$ begin raise warning 'of our own'; return null; end $$;
                create constraint trigger warn after insert on note deferrable initially deferred
                for each row execute function warn()""");

        assertThat(transaction()).isInstanceOfSatisfying(TransactionResult.Committed.class, committed -> assertThat(
                committed.durability()).isEqualTo(TransactionResult.Durability.AS_CONFIGURED));
        assertThatCode(() -> service.write(WRITE, LocalOnlyCommitTest::insert)).doesNotThrowAnyException();
        assertThatCode(() -> service.writeSingle(WRITE, LocalOnlyCommitTest::insert)).doesNotThrowAnyException();
    }

    private TransactionResult<Integer> transaction() {
        return service.withTransaction(WRITE, TransactionOptions.DEFAULT, LocalOnlyCommitTest::insert);
    }

    private static int insert(WriteSession session) {
        return JooqSession.sql(session).execute(INSERT);
    }

    private static void insertByPlainJdbc(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(INSERT);
            connection.commit();
        }
    }

    private <T> T whenCancelled(Callable<T> unit) throws Exception {
        return whileItWaits(unit, () -> server.faults().cancel(OwnServer.APPLICATION));
    }

    private <T> T whenTerminated(Callable<T> unit) throws Exception {
        return whileItWaits(unit, () -> server.faults().terminate(OwnServer.APPLICATION));
    }

    private <T> T whileItWaits(Callable<T> unit, Callable<Integer> strike) throws Exception {
        try (HeldCommits held = server.faults().holdCommits()) {
            Future<T> told = background.submit(unit);
            OwnServer.await(() -> held.waiting() == 1);
            assertThat(strike.call()).isEqualTo(1);
            return told.get(20, TimeUnit.SECONDS);
        }
    }

    private static long stored() throws SQLException {
        return server.number("select count(*) from note");
    }
}
