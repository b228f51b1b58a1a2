package org.mswada.bootstrap.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.bootstrap.cli.CommandRun;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.DatabaseServices;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnexpectedStorageFailure;

/** What the two roles may that the SQL of docs/operations.md makes, once the schema is there. */
final class LeastRightsTest {
    private static final String DOCUMENT = "docs/operations.md";
    private static final String OWNER = "mswada_owner";
    private static final String SERVER = "mswada_server";
    private static final String DATABASE = "mswada";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @TempDir
    static Path folder;

    private static OwnCluster cluster;

    @BeforeAll
    static void makeRolesAndMigrate() throws Exception {
        cluster = new OwnCluster(folder);
        for (ShownBlock block : ShownBlock.of(DOCUMENT)) {
            if (block.language().equals("sql")) {
                cluster.run(block.lines());
            }
        }
        CommandRun migrated = CommandRun.of(Map.of("MSWADA_DB_URL", cluster.jdbcUrl(DATABASE), "MSWADA_DB_USER", SERVER,
                "MSWADA_DB_PASSWORD", OwnCluster.PASSWORD, "MSWADA_DB_MIGRATE_USER", OWNER,
                "MSWADA_DB_MIGRATE_PASSWORD", OwnCluster.PASSWORD), "migrate");
        assertThat(migrated.exitCode()).as(migrated::toString).isZero();
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table public.made (x int)", "create schema made",
            "create view public.made as select 1",
            "create function public.made() returns int language sql return 1", "create index made on public.bill (id)",
            "alter table public.bill add column made int", "truncate public.bill cascade",
            "drop table public.bill cascade",
            "comment on table public.bill is 'made'"})
    void the_servers_role_cannot_change_the_schema_and_the_owner_can(String text) throws SQLException {
        assertThatThrownBy(() -> execute(SERVER, text)).isInstanceOfSatisfying(SQLException.class,
                refused -> assertThat(refused.getSQLState()).as(refused.getMessage())
                        .isEqualTo(INSUFFICIENT_PRIVILEGE));
        execute(OWNER, text);
    }

    @Test
    void the_servers_role_reads_and_writes_rows() throws SQLException {
        execute(SERVER, "select from public.bill");
        execute(SERVER, "delete from public.bill where false");
    }

    @Test
    void its_pool_for_reads_refuses_to_write_and_both_look_into_one_schema_only() {
        DatabaseConfig config = new DatabaseConfig(cluster.jdbcUrl(DATABASE), SERVER, OwnCluster.PASSWORD, 0, 2,
                Duration.ofMinutes(1));
        Operation read = Operation.read("test.read");
        Operation write = Operation.write("test.write");
        try (DatabaseService service = DatabaseServices.open(config, ExecutionLimits.DEFAULT, Duration.ofMinutes(1),
                new SimpleMeterRegistry())) {
            assertThatExceptionOfType(UnexpectedStorageFailure.class).isThrownBy(() -> service.read(read,
                    session -> JooqSession.sql(session).fetchValue(
                            "with gone as (delete from bill where false returning id) select count(*) from gone")))
                    .withMessageContaining("read-only transaction");
            assertThat(service.<Object>read(read, session -> JooqSession.sql(session).fetchValue("show search_path")))
                    .isEqualTo("public");
            assertThat(service.<Object>write(write, session -> JooqSession.sql(session).fetchValue("show search_path")))
                    .isEqualTo("public");
        }
    }

    /** Whatever it does, nothing of it stays. */
    private static void execute(String role, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(cluster.jdbcUrl(DATABASE), role,
                OwnCluster.PASSWORD)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(text);
            } finally {
                connection.rollback();
            }
        }
    }
}
