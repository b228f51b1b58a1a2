package org.mswada.db.service;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs how the server plans a slow read, one a minute at most, beside the caller, who does not wait for it. The plan is the
 * generic one, which needs no values and executes nothing (PostgreSQL manual, EXPLAIN, GENERIC_PLAN); an older server than
 * 16 has none. Safe for use by many threads.
 */
final class SlowPlans implements Consumer<SlowStatement> {
    static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final Logger LOGGER = LoggerFactory.getLogger(SlowPlans.class);
    private static final int FIRST_VERSION = 16;

    private final DataSource dataSource;
    private final LongSupplier nanoTime;
    private final AtomicLong next;

    /** Asks on a connection of its own for each plan. */
    SlowPlans(DataSource dataSource, LongSupplier nanoTime) {
        this.dataSource = dataSource;
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    @Override
    public void accept(SlowStatement statement) {
        long now = nanoTime.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + INTERVAL.toNanos())) {
            Thread.ofVirtual().name("slow-plan").start(() -> log(statement));
        }
    }

    private void log(SlowStatement statement) {
        try (Connection connection = dataSource.getConnection(); Statement explain = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < FIRST_VERSION) {
                return;
            }
            try (ResultSet lines = explain.executeQuery("explain (generic_plan) " + numbered(statement.text()))) {
                StringJoiner plan = new StringJoiner("\n");
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
                LOGGER.atWarn().setMessage("plan of a slow statement")
                        .addKeyValue("operation", statement.operation()).addKeyValue("node", statement.node())
                        .addKeyValue("sql", statement.text()).addKeyValue("plan", plan).log();
            }
        } catch (SQLException e) {
            LOGGER.atWarn().setMessage("no plan of a slow statement")
                    .addKeyValue("operation", statement.operation()).addKeyValue("reason", e.getMessage()).log();
        }
    }

    /** With the server's $1 in place of JDBC's ?, as only the driver can tell apart from other question marks. */
    private static String numbered(String text) throws SQLException {
        NativeQuery query = Parser.parseJdbcSql(text, true, true, false, false, true).getFirst();
        return query.nativeSql;
    }
}
