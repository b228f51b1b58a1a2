package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.embeddedpostgres.Durability;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;

/** A server that dies, freezes and comes back. */
final class ProcessFaultsTest {
    private static EmbeddedPostgresOptions durable() {
        return EmbeddedPostgresOptions.temporary()
                .withDurability(Durability.DURABLE);
    }

    private static Connection connect(ProcessFaults server, String parameters) throws SQLException {
        return DriverManager.getConnection(server.address().jdbcUrl("postgres") + parameters, server.address().user(),
                server.address().password());
    }

    private static CompletableFuture<SqlFailure> computesForLong(Connection connection) {
        return CompletableFuture.supplyAsync(() -> SqlFailure
                .of(() -> Ledger.execute(connection, "select count(*) from generate_series(1, 100000000000)")));
    }

    private static void awaitComputing(ProcessFaults server) throws SQLException {
        try (Connection connection = connect(server, "")) {
            assertThat(Await.within(Await.LONG, () -> Ledger.number(connection, "select count(*) from pg_stat_activity"
                    + " where state = 'active' and query like '%generate_series(1, 1000%'"
                    + " and pid <> pg_backend_pid()") > 0)).isTrue();
        }
    }

    @Test
    void a_killed_server_comes_back_on_its_port_with_all_that_was_acknowledged() throws Exception {
        try (ProcessFaults server = ProcessFaults.start(durable())) {
            int port = server.address().port();
            try (Connection connection = connect(server, ""); Connection computing = connect(server, "")) {
                Ledger.execute(connection, "create table ledger as select 1 as entry");
                CompletableFuture<SqlFailure> computation = computesForLong(computing);
                awaitComputing(server);
                server.kill();
                assertThat(computation.get(20, TimeUnit.SECONDS).state()).isEqualTo("08006");
                assertThat(SqlFailure.of(() -> connect(server, "").close()).state()).isEqualTo("08001");
            }
            server.restart();
            assertThat(server.address().port()).isEqualTo(port);
            try (Connection connection = connect(server, "")) {
                assertThat(Ledger.number(connection, "select entry from ledger")).isEqualTo(1);
            }
        }
    }

    @Test
    void an_immediate_stop_needs_recovery_at_the_next_start(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("database");
        try (ProcessFaults server = ProcessFaults.start(EmbeddedPostgresOptions.persistent(folder))) {
            try (Connection connection = connect(server, "")) {
                Ledger.execute(connection, "create table ledger as select 1 as entry");
                server.stopAtOnce();
                assertThat(SqlFailure.of(() -> Ledger.execute(connection, "select 1")).state()).isIn("57P01", "57P02",
                        "08006");
            }
            server.restart();
            assertThat(folder.resolve("server.log")).content().contains("automatic recovery in progress");
            try (Connection connection = connect(server, "")) {
                assertThat(Ledger.number(connection, "select entry from ledger")).isEqualTo(1);
            }
        }
    }

    @Test
    void a_frozen_server_accepts_connections_and_answers_nobody_until_it_is_thawed() throws Exception {
        try (ProcessFaults server = ProcessFaults.start(durable()); Connection connection = connect(server, "")) {
            server.freeze();
            CompletableFuture<Void> insert = CompletableFuture.runAsync(() -> {
                try {
                    Ledger.execute(connection, "create table ledger as select 1 as entry");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(SqlFailure.of(() -> connect(server, "?socketTimeout=1").close()).cause())
                    .isInstanceOf(java.net.SocketTimeoutException.class);
            assertThat(insert).isNotDone();
            server.thaw();
            insert.get(20, TimeUnit.SECONDS);
            assertThat(Ledger.number(connection, "select entry from ledger")).isEqualTo(1);
        }
    }

    @Test
    void a_frozen_server_can_be_killed_and_closed() throws Exception {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.temporary();
        try (ProcessFaults server = ProcessFaults.start(options)) {
            server.freeze();
            server.kill();
            server.restart();
            server.freeze();
        }
        assertThat(options.folder()).doesNotExist();
    }
}
