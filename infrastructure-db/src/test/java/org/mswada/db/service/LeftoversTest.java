package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;

/** What a unit's own SQL leaves on a connection, and that the next unit, which gets the same one, finds nothing of it. */
final class LeftoversTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final String BACKEND = "select pg_backend_pid()::text";

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(1, ExecutionLimits.DEFAULT);

    @BeforeEach
    void makeRole() throws SQLException {
        database.execute("do $$ begin create role somebody; exception when duplicate_object then null; end $$");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "set work_mem = '1234kB' | select (current_setting('work_mem') = '1234kB')::text",
            "set statement_timeout = 7 | select (current_setting('statement_timeout') = '7ms')::text",
            "set search_path = pg_catalog | select (current_setting('search_path') = 'pg_catalog')::text",
            "set role somebody | select (current_user = 'somebody')::text",
            "create temporary table scratch (x int) | select (to_regclass('pg_temp.scratch') is not null)::text",
            "select pg_advisory_lock(7) | select (count(*) > 0)::text from pg_locks where locktype = 'advisory'",
            "listen news | select (count(*) > 0)::text from pg_listening_channels()",
            "set application_name = 'other' | select (current_setting('application_name') <> 'mswada')::text",
            "declare hand cursor with hold for select 1 | select (count(*) > 0)::text from pg_cursors where name = 'hand'"})
    void nothing_is_left_for_the_next_unit(String leaving, String isLeft) throws SQLException {
        assertThat(leftOnItsOwn(leaving, isLeft)).as("the statement leaves nothing, so that this proves nothing")
                .isEqualTo("true");
        String backend = write(BACKEND);

        database.service().write(WRITE, session -> JooqSession.sql(session).execute(leaving));

        assertThat(write(isLeft)).isEqualTo("false");
        assertThat(write(BACKEND)).as("it is the same connection").isEqualTo(backend);
    }

    @Test
    void what_units_may_not_write_they_may_not_write_after_a_setting_either() {
        database.service().read(READ, session -> JooqSession.sql(session)
                .fetchValue("select set_config('default_transaction_read_only', 'off', false)"));

        assertThat(database.service().<String>read(READ, session -> (String) JooqSession.sql(session)
                .fetchValue("select current_setting('transaction_read_only')"))).isEqualTo("on");
    }

    /** The control: a connection that nobody resets. */
    private String leftOnItsOwn(String leaving, String isLeft) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(leaving);
            try (ResultSet rows = statement.executeQuery(isLeft)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private String write(String text) {
        return database.service().write(WRITE, session -> (String) JooqSession.sql(session).fetchValue(text));
    }
}
