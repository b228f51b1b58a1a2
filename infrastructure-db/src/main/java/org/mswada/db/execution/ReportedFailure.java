package org.mswada.db.execution;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a JDBC exception tells of a failure.
 *
 * @param state its SQLSTATE (PostgreSQL manual, appendix A), or null when driver or pool gave none
 * @param replied whether the server itself reported it, and not the driver or the pool
 * @param stalePlan whether a table changed under a prepared statement
 */
record ReportedFailure(@Nullable String state, boolean replied, boolean stalePlan) {
    private static final String FEATURE_NOT_SUPPORTED = "0A000";
    private static final String PLAN_CHECK = "RevalidateCachedQuery";

    static ReportedFailure of(SQLException failure) {
        String state = null;
        ServerErrorMessage reply = null;
        // A batch and a time-out of HikariCP carry what happened as their cause.
        for (Throwable link = failure; link instanceof SQLException cause; link = cause.getCause()) {
            if (state == null && cause.getSQLState() != null && !cause.getSQLState().isEmpty()) {
                state = cause.getSQLState();
            }
            if (reply == null && cause instanceof PSQLException postgres) {
                reply = postgres.getServerErrorMessage();
            }
        }
        boolean stalePlan = FEATURE_NOT_SUPPORTED.equals(state) && reply != null
                && PLAN_CHECK.equals(reply.getRoutine());
        return new ReportedFailure(state, reply != null, stalePlan);
    }
}
