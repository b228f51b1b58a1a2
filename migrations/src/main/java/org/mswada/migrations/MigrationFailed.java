package org.mswada.migrations;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** A database could not be brought to the schema that the server needs. Its message says why and what to do. */
public final class MigrationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern SCRIPT = Pattern.compile("[VRB][0-9_.]*__[A-Za-z0-9_]+\\.sql");

    private MigrationFailed(String message, Throwable cause) {
        super(message, cause);
    }

    static MigrationFailed of(FlywayException failure, String url, String user) {
        SQLException error = sqlException(failure);
        String database = url.replaceFirst("\\?.*", "");
        String reason = error == null ? firstLine(failure.getMessage()) : firstLine(error.getMessage());
        return new MigrationFailed(switch (stateClass(error)) {
            case "08" -> "The database at " + database + " cannot be reached: " + reason + hostOf(failure)
                    + " Check that it runs and that MSWADA_DB_URL names it.";
            case "28" -> "The database at " + database + " did not let '" + user + "' in: " + reason
                    + ". Check MSWADA_DB_USER and MSWADA_DB_PASSWORD.";
            case "3D" -> "The database at " + database + " is not there: " + reason
                    + ". Create it, or correct MSWADA_DB_URL.";
            case "42" -> "The database could not be migrated" + scriptIn(failure) + ": " + reason
                    + ". Nothing of that migration was applied. Migrate with a role that owns the schema; if it does, the "
                    + "schema was changed by hand.";
            default -> "The database could not be migrated" + scriptIn(failure) + ": " + reason
                    + ". Nothing after the migrations that 'mswada migrate' reported before was applied; mend the cause "
                    + "and run it again.";
        }, failure);
    }

    private static @Nullable SQLException sqlException(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                found = error;
            }
        }
        return found;
    }

    private static String stateClass(@Nullable SQLException error) {
        return error == null || error.getSQLState() == null || error.getSQLState().length() < 2
                ? ""
                : error.getSQLState().substring(0, 2);
    }

    /** The driver leaves the name of a host that nobody knows to its cause. */
    private static String hostOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException unknown) {
                return " No host is called '" + unknown.getMessage() + "'.";
            }
        }
        return "";
    }

    private static String scriptIn(FlywayException failure) {
        Matcher matcher = SCRIPT.matcher(String.valueOf(failure.getMessage()));
        return matcher.find() ? " at " + matcher.group() : "";
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no reason was given" : message.strip().lines().findFirst().orElse("");
    }
}
