package org.mswada.db.execution;

import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * Whether a COMMIT that succeeded had stopped waiting for its synchronous standby: all that the server says of it is a
 * warning. Its SQLSTATE, 01000, is that of any RAISE WARNING and its text is translated, so it is told by the routine of
 * the server that sent it.
 */
final class StandbyWait {
    private static final String ROUTINE = "SyncRepWaitForLSN";

    private StandbyWait() {}

    static boolean wasCancelled(@Nullable SQLWarning warnings) {
        for (SQLWarning warning = warnings; warning != null; warning = warning.getNextWarning()) {
            ServerErrorMessage message = warning instanceof PSQLWarning postgres
                    ? postgres.getServerErrorMessage()
                    : null;
            if (message != null && ROUTINE.equals(message.getRoutine())) {
                return true;
            }
        }
        return false;
    }
}
