package org.mswada.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/** What the database itself knows of the sessions of a server, and a lock that has them wait. */
final class DatabaseWitness implements AutoCloseable {
    /**
     * The messages about a statement that did not end, or a session that ended within a transaction. When the database
     * stops, a session that is just saying good-bye is terminated too: that cuts something only if it had a statement.
     */
    private static final Pattern CUT = Pattern.compile("(unexpected EOF on client connection|connection to client lost"
            + "|could not (send data to|receive data from) client"
            + "|canceling statement due to (user request|statement timeout)"
            + "|terminating connection [^\n]*\n[^\n]*STATEMENT: )[^\n]*");
    private static final String OURS = "application_name like 'mswada%' and datname = current_database()";

    private final Connection looking;
    /** Of its own, for within a transaction the same is seen again and again. */
    private final Connection locking;

    DatabaseWitness(PostgresAddress address) throws SQLException {
        looking = connect(address);
        locking = connect(address);
    }

    private static Connection connect(PostgresAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(), address.password());
    }

    /** Has everybody wait who wants to read a bill, until {@link #unlock()}. */
    void lockBills() throws SQLException {
        locking.setAutoCommit(false);
        try (Statement statement = locking.createStatement()) {
            statement.execute("lock table bill in access exclusive mode");
        }
    }

    void unlock() throws SQLException {
        locking.rollback();
    }

    /** Returns how many open transactions of the server wait for the lock. */
    long waiting() {
        return number("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and xact_start is not null"
                + " and " + OURS);
    }

    long backends() {
        return number("select count(*) from pg_stat_activity where " + OURS);
    }

    /** Returns how many sessions ever ended in another way than by saying so. */
    long cutSessions() {
        return number("select sessions_abandoned + sessions_fatal + sessions_killed from pg_stat_database"
                + " where datname = current_database()");
    }

    private long number(String sql) {
        try (Statement statement = looking.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the database on this folder wrote about what was cut since it was started. */
    static List<String> cutLines(Path folder) throws IOException {
        return CUT.matcher(Files.readString(folder.resolve("server.log"))).results().map(MatchResult::group).toList();
    }

    @Override
    public void close() throws SQLException {
        locking.close();
        looking.close();
    }
}
