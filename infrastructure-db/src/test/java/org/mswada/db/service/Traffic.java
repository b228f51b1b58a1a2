package org.mswada.db.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.mswada.support.faultinjection.ProxyCounters;

/**
 * What went over the wire and what the server counted for it.
 *
 * @param statements statements sent, BEGIN, COMMIT and ROLLBACK included
 * @param commitsAnswered COMMITs the server replied to
 * @param commits transactions committed, by pg_stat_database
 * @param rollbacks transactions rolled back, by pg_stat_database
 */
record Traffic(long statements, long commitsAnswered, long commits, long rollbacks) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** What is counted; it leaves no connection open, for a backend tells its counts when it ends. */
    @FunctionalInterface
    interface Body {
        void run() throws Exception;
    }

    static Traffic during(ServiceFixture database, Body body) throws Exception {
        Traffic before = now(database);
        body.run();
        return now(database).minus(before);
    }

    /** Looks from another database, so that looking is not counted. */
    private static Traffic now(ServiceFixture database) throws SQLException {
        try (Connection elsewhere = database.connectElsewhere()) {
            Await.until("the backends have ended", LIMIT, () -> number(elsewhere,
                    "select count(*) from pg_stat_activity where datname = ?", database) == 0);
            ProxyCounters wire = database.proxy().counters();
            return new Traffic(wire.statements(), wire.commitsAnswered(),
                    number(elsewhere, "select xact_commit from pg_stat_database where datname = ?", database),
                    number(elsewhere, "select xact_rollback from pg_stat_database where datname = ?", database));
        }
    }

    private static long number(Connection connection, String text, ServiceFixture database) {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.setString(1, database.name());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Traffic minus(Traffic other) {
        return new Traffic(statements - other.statements, commitsAnswered - other.commitsAnswered,
                commits - other.commits, rollbacks - other.rollbacks);
    }

    Traffic plus(Traffic other, long times) {
        return new Traffic(statements + times * other.statements, commitsAnswered + times * other.commitsAnswered,
                commits + times * other.commits, rollbacks + times * other.rollbacks);
    }
}
