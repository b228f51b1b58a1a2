package org.mswada.db.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.validation.ValidationLine.Verdict;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.support.testdatabase.TestDatabase;

final class DatabaseValidationTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private final DatabaseConfig config = Validated.config(DATABASE);

    @Test
    void on_a_healthy_server_every_promise_holds_with_figures_and_nothing_to_do() throws Exception {
        ValidationReport report = Validated.all(config);

        assertThat(report.lines()).hasSize(9).allSatisfy(line -> {
            assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.PASSED);
            assertThat(line.remedy()).isNull();
            assertThat(line.measured()).isNotBlank().doesNotContain(config.password());
        });
        assertThat(report.lines().stream().map(ValidationLine::name)).doesNotHaveDuplicates();
    }

    @Test
    void a_role_with_few_connections_is_left_alone() throws Exception {
        String role = "validation_few_" + ProcessHandle.current().pid();
        execute("create role " + role + " login password 'few' connection limit 6");
        try {
            assertThatExceptionOfType(StorageOverloaded.class)
                    .isThrownBy(() -> Validated.all(new DatabaseConfig(config.url(), role, "few", 0, 2,
                            Validated.SLOW_LIMIT)))
                    .withMessageContaining("5 connections to spare, and this needs 6");
        } finally {
            execute("drop role " + role);
        }
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> Validated.all(new DatabaseConfig(
                "jdbc:postgresql://127.0.0.1:1/mswada", "nobody", "none", 0, 2, Validated.SLOW_LIMIT)))
                .withMessageContaining("127.0.0.1:1/mswada cannot be reached");
    }

    @Test
    void sockets_made_in_an_own_way_are_not_measured() throws Exception {
        int port = Detour.address(config).port();
        ValidationLine line = Validated.one(RollbackCheck.check(), Detour.of(config, config.pools(), port, port),
                Validated::well);

        assertThat(line.verdict()).isEqualTo(Verdict.NOT_MEASURED);
    }

    @Test
    void a_database_that_gets_into_the_way_is_not_measured() throws Exception {
        Check check = new Check("control", "nothing", "nothing", bench -> {
            throw new SQLException("gone", "08006");
        });
        ValidationLine line = Validated.one(check, config, Validated::well);

        assertThat(line.verdict()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(new ValidationReport("", "", List.of(line)).count(Verdict.PASSED)).isZero();
    }

    /** The control: a check with a bug. */
    @Test
    void a_check_with_a_bug_is_not_measured_and_the_others_are() throws Exception {
        Check bug = new Check("control", "nothing", "nothing", bench -> {
            throw new IllegalStateException("nobody foresaw it");
        });
        List<ValidationLine> lines = new DatabaseValidation(config, ProxyLine::new, Validated::well,
                nobodyListens -> {}, List.of(bug, RollbackCheck.check())).run().lines();

        assertThat(lines).extracting(ValidationLine::verdict).containsExactly(Verdict.NOT_MEASURED, Verdict.PASSED);
        assertThat(lines.getFirst().measured()).contains("bug of Mswada", "nobody foresaw it");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
