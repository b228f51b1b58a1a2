package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.mswada.support.testdatabase.TestDatabase;

/** A {@code serve} that is to fail, and what is expected of it then. */
final class FailingServe {
    private static final Duration UNTIL_SESSIONS_END = Duration.ofSeconds(10);

    private final TestDatabase database;

    FailingServe(TestDatabase database) {
        this.database = database;
    }

    /** Starts it and returns what it told when it has ended with this code and left nothing. */
    String assertEnds(int exitCode, Map<String, String> variables, String... parts) throws Exception {
        try (ServeRun run = ServeRun.start(with(variables))) {
            assertThat(run.exitCode()).as(run.told()).isEqualTo(exitCode);
            assertSpoken(run, parts);
            assertThat(run.listens()).as("it still listens").isFalse();
            assertNoSessionIsLeft();
            return run.told();
        }
    }

    /** It spoke to people, not to programmers. */
    void assertSpoken(ServeRun run, String... parts) {
        assertThat(run.told()).contains(parts).doesNotContain("\tat ", "Exception", "bug of Mswada");
    }

    /** Returns variables for this database, and these. */
    Map<String, String> with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("MSWADA_DB_URL", database.jdbcUrl(), "MSWADA_DB_USER",
                database.user(), "MSWADA_DB_PASSWORD", database.password(), "MSWADA_DRAIN_DELAY", "0s",
                "MSWADA_HTTP_HOST", "127.0.0.1"));
        all.putAll(variables);
        return all;
    }

    void setForDatabase(String setting) throws SQLException {
        execute("do $$ begin execute format('alter database %I set " + setting + "', current_database()); end $$");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A server notices a closed connection a moment later. */
    void assertNoSessionIsLeft() throws SQLException {
        long end = System.nanoTime() + UNTIL_SESSIONS_END.toNanos();
        while (sessions() > 0) {
            assertThat(System.nanoTime()).as("%d sessions of ours are left", sessions()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private int sessions() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity where datname = "
                        + "current_database() and application_name like 'mswada%'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
