package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.health.WalPosition;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.ConsistencyToken;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.ReadSession;

/**
 * What the token of a read on a standby covers. A standby shows what a COMMIT stored before it says that it has replayed it,
 * and the more tables that COMMIT dropped the longer before: a token of what it says is too early.
 */
final class PositionOfStandbyTest {
    private static final int TABLES = 300;
    /** As many as a transaction may lock with the settings as they come. */
    private static final int MOST_TABLES = 2_400;
    private static final int COMMITS = 6;
    /** The control needs one that is seen too early: on a fast machine it takes more commits, each of which drops more. */
    private static final int MOST_COMMITS = 40;
    private static final int PAIRS = 200;
    private static Replicas replicas;
    private static DatabaseConfig config;

    @BeforeAll
    static void start() throws SQLException {
        replicas = new Replicas();
        config = replicas.config(4);
    }

    @AfterAll
    static void end() {
        replicas.close();
    }

    @Test
    void a_token_of_a_standby_covers_the_commit_that_the_read_saw() throws Exception {
        AtomicInteger tooEarlyByItsWord = new AtomicInteger();
        int commits = 0;
        try (DatabaseService service = openOnFirstReplica();
                Connection standby = connect(config.readUrls().getFirst());
                Connection primary = connect(config.url())) {
            int tables = TABLES;
            for (; commits < COMMITS || (commits < MOST_COMMITS && tooEarlyByItsWord.get() == 0); commits++) {
                int entry = commits;
                tables = entry < COMMITS ? TABLES : Math.min(MOST_TABLES, 2 * tables);
                try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
                    Future<Long> byService = background.submit(() -> tokenOfFirstSight(service, entry));
                    Future<Long> byWord = background.submit(() -> wordOfFirstSight(standby, entry));
                    long beforeCommit = insertAndDrop(primary, entry, tables);

                    assertThat(byService.get()).as("the token of the read that saw commit %d", entry)
                            .isGreaterThan(beforeCommit);
                    tooEarlyByItsWord.addAndGet(byWord.get() <= beforeCommit ? 1 : 0);
                }
            }
        }
        Figures.show("of %d commits %d were seen on a standby that said it had not replayed them", commits,
                tooEarlyByItsWord.get());
        assertThat(tooEarlyByItsWord).as("the control").hasPositiveValue();
    }

    @Test
    void who_reads_in_the_same_call_sees_what_it_wrote_wherever_it_reads() {
        AtomicInteger byReplicas = new AtomicInteger();
        try (DatabaseService service = replicas.open(4)) {
            for (int pair = 1; pair <= PAIRS; pair++) {
                int entry = MOST_COMMITS + pair;
                CallContext call = new CallContext(Deadline.in(Duration.ofSeconds(20)), null);
                call.call(() -> service.writeSingle(Replicas.WRITE,
                        session -> JooqSession.sql(session).execute("insert into note values (?)", entry)));
                ConsistencyToken written = call.token().orElseThrow();
                QueryResult<Boolean> read = call.call(() -> service.executeQuery(Replicas.READ, QueryOptions.SINGLE,
                        session -> isThere(session, entry)));

                assertThat(read).isInstanceOf(QueryResult.Success.class);
                assertThat(((QueryResult.Success<Boolean>) read).data()).as("what was written is read").isTrue();
                assertThat(call.token().orElseThrow().covers(written)).isTrue();
                byReplicas.addAndGet("primary".equals(read.statistics().node()) ? 0 : 1);
            }
        }
        Figures.show("of %d reads after a write %d were answered by replicas", PAIRS, byReplicas.get());
        assertThat(byReplicas).hasPositiveValue();
    }

    private static DatabaseService openOnFirstReplica() {
        DatabaseService service = DatabaseServices.open(config.withReplicas(List.of(config.readUrls().getFirst())),
                ExecutionLimits.DEFAULT, Duration.ofMinutes(1), new SimpleMeterRegistry());
        Replicas.awaitFit(service, 1);
        return service;
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, config.user(), config.password());
    }

    private static boolean isThere(ReadSession session, int entry) {
        return !JooqSession.sql(session).fetch("select entry from note where entry = ?", entry).isEmpty();
    }

    private static long tokenOfFirstSight(DatabaseService service, int entry) {
        while (true) {
            CallContext call = new CallContext(Deadline.in(Duration.ofSeconds(20)), null);
            if (call.call(() -> service.<Boolean>read(Replicas.READ, session -> isThere(session, entry)))) {
                return call.token().orElseThrow().lsn();
            }
        }
    }

    private static long wordOfFirstSight(Connection standby, int entry) throws SQLException {
        try (Statement statement = standby.createStatement()) {
            while (true) {
                statement
                        .execute("select entry from note where entry = " + entry + "; select pg_last_wal_replay_lsn()");
                boolean isThere;
                try (ResultSet rows = statement.getResultSet()) {
                    isThere = rows.next();
                }
                assertThat(statement.getMoreResults()).isTrue();
                try (ResultSet position = statement.getResultSet()) {
                    assertThat(position.next()).isTrue();
                    if (isThere) {
                        return WalPosition.parse(position.getString(1));
                    }
                }
            }
        }
    }

    /** Returns where the write-ahead log was right before COMMIT. */
    private static long insertAndDrop(Connection primary, int entry, int tables) throws SQLException {
        try (Statement statement = primary.createStatement()) {
            statement.execute("do $$ begin for n in 1.." + tables
                    + " loop execute format('create table dropped_%s ()', n); end loop; end $$");
            primary.setAutoCommit(false);
            statement.execute("insert into note values (" + entry + ")");
            statement.execute("do $$ begin for n in 1.." + tables
                    + " loop execute format('drop table dropped_%s', n); end loop; end $$");
            long before;
            try (ResultSet position = statement.executeQuery("select pg_current_wal_insert_lsn()")) {
                assertThat(position.next()).isTrue();
                before = WalPosition.parse(position.getString(1));
            }
            primary.commit();
            primary.setAutoCommit(true);
            return before;
        }
    }
}
