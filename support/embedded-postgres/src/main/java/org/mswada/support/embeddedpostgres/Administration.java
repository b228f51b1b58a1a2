package org.mswada.support.embeddedpostgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** What is asked of a named server as its superuser; a failure says what was wanted and ends with the server's log. */
final class Administration {
    private final String name;
    private final Supplier<EmbeddedPostgres> server;

    Administration(String name, Supplier<EmbeddedPostgres> server) {
        this.name = name;
        this.server = server;
    }

    /** Something that the superuser does. */
    @FunctionalInterface
    interface Work {
        void with(Superuser superuser) throws SQLException, InterruptedException;
    }

    /** Returns the only value that a query has. */
    String value(String sql) {
        try {
            return superuser().value(sql).orElseThrow(() -> new EmbeddedPostgresException(name
                    + " knows no answer to \"" + sql + "\". It may be of the other role, or have replayed nothing yet."
                    + logEnd()));
        } catch (SQLException e) {
            throw refused("answer \"" + sql + "\"", e);
        }
    }

    /** Does some work; {@code what} completes "the server did not ...". */
    void attempt(String what, Work work) {
        try {
            work.with(superuser());
        } catch (SQLException e) {
            throw refused(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Waiting for " + name + " to " + what + " was interrupted.", e);
        }
    }

    /** Does some work that must make a condition true in time. */
    void attempt(String what, Duration limit, Work work, String condition, Object... values) {
        attempt(what, superuser -> {
            work.with(superuser);
            if (!superuser.becomesTrue(limit, condition, values)) {
                throw late(what, limit);
            }
        });
    }

    EmbeddedPostgresException late(String what, Duration limit) {
        return new EmbeddedPostgresException(name + " did not " + what + " within " + limit.toMillis()
                + " ms. Look whether a server it needs is frozen, dead, detached or paused." + logEnd());
    }

    Superuser superuser() {
        return new Superuser(server.get().address());
    }

    private EmbeddedPostgresException refused(String what, SQLException e) {
        return new EmbeddedPostgresException(name + " did not " + what + " (" + e.getMessage()
                + "). Check that it runs and is of the right role." + logEnd(), e);
    }

    private String logEnd() {
        return server.get().folder().logEnd();
    }
}
