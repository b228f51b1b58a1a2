package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/** Faults made by SQL, on a server of their own because some concern all of it. */
final class ServerFaultsTest {
    private static final String CLIENT = "client";
    private static EmbeddedPostgres server;

    private final ExecutorService background = Executors.newCachedThreadPool();
    private ServerFaults faults;
    private Connection client;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres
                .start(EmbeddedPostgresOptions.temporary().withSettings(Map.of("max_connections", "20")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws SQLException {
        PostgresAddress address = server.address();
        faults = ServerFaults.on(address.jdbcUrl("postgres"), address.user(), address.password());
        client = connect();
        Ledger.execute(client, "drop table if exists ledger; create table ledger (entry int primary key, amount int);"
                + " insert into ledger values (1, 0), (2, 0); set synchronous_commit = on");
    }

    @AfterEach
    void close() throws SQLException {
        client.close();
        faults.close();
        background.shutdownNow();
    }

    private static Connection connect() throws SQLException {
        PostgresAddress address = server.address();
        return DriverManager.getConnection(address.jdbcUrl("postgres") + "?ApplicationName=" + CLIENT, address.user(),
                address.password());
    }

    private CompletableFuture<SqlFailure> failureOf(String sql) {
        return CompletableFuture.supplyAsync(() -> SqlFailure.of(() -> Ledger.execute(client, sql)), background);
    }

    private CompletableFuture<Void> execute(Connection connection, String sql) {
        return CompletableFuture.runAsync(() -> {
            try {
                Ledger.execute(connection, sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }, background);
    }

    private static int amount(Connection connection, int entry) throws SQLException {
        return (int) Ledger.number(connection, "select amount from ledger where entry = " + entry);
    }

    @Test
    void a_terminated_backend_is_gone_when_that_returns() throws Exception {
        assertThat(faults.terminate(CLIENT)).isEqualTo(1);
        assertThat(faults.count("select count(*) from pg_stat_activity where application_name = ?", CLIENT)).isZero();
        assertThat(SqlFailure.of(() -> Ledger.execute(client, "select 1")).state()).isEqualTo("57P01");
        assertThat(faults.terminate(CLIENT)).isZero();
    }

    @Test
    void a_cancelled_statement_fails_and_its_connection_lives_on() throws Exception {
        CompletableFuture<SqlFailure> failure = failureOf("select pg_sleep(60)");
        assertThat(Await.within(Await.LONG, () -> faults.cancel(CLIENT) == 1)).isTrue();
        assertThat(failure.get(20, TimeUnit.SECONDS).state()).isEqualTo("57014");
        Ledger.execute(client, "select 1");
    }

    @Test
    void one_backend_is_named_by_its_process_id() throws Exception {
        int processId = (int) Ledger.number(client, "select pg_backend_pid()");
        assertThat(faults.cancel(processId)).isTrue();
        assertThat(faults.terminate(processId)).isTrue();
        assertThat(SqlFailure.of(() -> Ledger.execute(client, "select 1")).state()).isEqualTo("57P01");
    }

    @Test
    void all_who_want_a_locked_table_pile_up_until_it_is_free() throws Exception {
        try (Connection other = connect()) {
            CompletableFuture<Void> update;
            CompletableFuture<Void> read;
            try (Rival lock = faults.lockTable("ledger")) {
                update = execute(client, "update ledger set amount = 1 where entry = 1");
                read = execute(other, "select from ledger");
                assertThat(Await.within(Await.LONG, () -> lock.waiting() == 2)).isTrue();
                assertThat(update).isNotDone();
                assertThat(read).isNotDone();
            }
            update.get(20, TimeUnit.SECONDS);
            read.get(20, TimeUnit.SECONDS);
        }
        assertThat(amount(client, 1)).isEqualTo(1);
    }

    @Test
    void no_connection_can_be_had_until_the_held_ones_are_given_back() throws Exception {
        try (HeldConnections held = faults.exhaustConnections()) {
            assertThat(held.count()).isBetween(10, 20);
            assertThat(SqlFailure.of(() -> connect().close()).state()).isEqualTo("53300");
            assertThat(faults.count("select 1")).isEqualTo(1);
        }
        assertThat(Await.within(Await.LONG, () -> {
            try {
                connect().close();
                return true;
            } catch (SQLException stillLeaving) {
                return false;
            }
        })).isTrue();
    }

    @Test
    void a_change_committed_elsewhere_makes_a_serialization_failure() throws Exception {
        client.setAutoCommit(false);
        client.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        assertThat(amount(client, 1)).isZero();
        faults.commitElsewhere("update ledger set amount = 5 where entry = 1");
        assertThat(SqlFailure.of(() -> Ledger.execute(client, "update ledger set amount = 1 where entry = 1")).state())
                .isEqualTo("40001");
    }

    @Test
    void the_client_is_the_victim_of_the_deadlock_with_a_rival() throws Exception {
        client.setAutoCommit(false);
        try (Rival rival = faults.rival("update ledger set amount = 7 where entry = 2")) {
            Ledger.execute(client, "update ledger set amount = 1 where entry = 1");
            assertThat(rival.wants("update ledger set amount = 7 where entry = 1", Await.LONG)).isTrue();
            assertThat(SqlFailure.of(() -> Ledger.execute(client, "update ledger set amount = 1 where entry = 2"))
                    .state()).isEqualTo("40P01");
        }
        client.rollback();
        assertThat(amount(client, 1)).isZero();
        assertThat(amount(client, 2)).isZero();
    }

    @Test
    void a_held_commit_goes_on_when_it_is_released() throws Exception {
        CompletableFuture<Void> update;
        try (HeldCommits held = faults.holdCommits()) {
            update = execute(client, "update ledger set amount = 1 where entry = 1");
            assertThat(Await.within(Await.LONG, () -> held.waiting() == 1)).isTrue();
            assertThat(update).isNotDone();
        }
        update.get(20, TimeUnit.SECONDS);
        assertThat(amount(client, 1)).isEqualTo(1);
    }

    @Test
    void a_held_commit_whose_backend_ends_fails_and_is_stored() throws Exception {
        CompletableFuture<SqlFailure> failure;
        try (HeldCommits held = faults.holdCommits()) {
            failure = failureOf("update ledger set amount = 1 where entry = 1");
            assertThat(Await.within(Await.LONG, () -> held.waiting() == 1)).isTrue();
            assertThat(faults.terminate(CLIENT)).isEqualTo(1);
        }
        assertThat(failure.get(20, TimeUnit.SECONDS).state()).startsWith("08");
        try (Connection other = connect()) {
            assertThat(amount(other, 1)).isEqualTo(1);
        }
    }

    @Test
    void a_held_commit_that_is_cancelled_succeeds_with_a_warning_only() throws Exception {
        try (HeldCommits held = faults.holdCommits(); Statement statement = client.createStatement()) {
            CompletableFuture<String> warning = CompletableFuture.supplyAsync(() -> {
                try {
                    statement.execute("update ledger set amount = 1 where entry = 1");
                    return statement.getWarnings().getMessage();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }, background);
            assertThat(Await.within(Await.LONG, () -> held.waiting() == 1)).isTrue();
            assertThat(faults.cancel(CLIENT)).isEqualTo(1);
            assertThat(warning.get(20, TimeUnit.SECONDS)).contains("synchronous replication");
        }
    }
}
