package org.mswada.migrations;

import java.net.UnknownHostException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** A database could not be brought to the schema that the server needs. Its message says why and what to do. */
public final class MigrationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern STATE = Pattern.compile("SQL State\\s*: ([0-9A-Z]{5})");
    private static final Pattern MESSAGE = Pattern.compile("Message\\s*: (.+)");
    private static final Pattern SCRIPT = Pattern.compile("[VRB][0-9_.]*__[A-Za-z0-9_]+\\.sql");

    private final String state;

    private MigrationFailed(String message, String state, Throwable cause) {
        super(message, cause);
        this.state = state;
    }

    /** Returns whether the database is away, or not yet or no more there: it may come by itself. */
    public boolean isUnreachable() {
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    static MigrationFailed of(FlywayException failure, String url, String user) {
        String state = find(STATE, failure);
        String database = url.replaceFirst("\\?.*", "");
        String reason = Objects.requireNonNullElseGet(find(MESSAGE, failure), () -> firstLine(failure.getMessage()));
        return new MigrationFailed(switch (state == null ? "" : state.substring(0, 2)) {
            case "08" -> "The database at " + database + " cannot be reached: " + reason + hostOf(failure)
                    + " Check that it runs and that MSWADA_DB_URL names it.";
            case "57" -> "The database at " + database + " is starting or stopping: " + reason + ". Try again soon.";
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
        }, state == null ? "" : state, failure);
    }

    /** Flyway puts the driver's SQLSTATE and message into its own message, each on a line of its own. */
    private static @Nullable String find(Pattern pattern, FlywayException failure) {
        Matcher matcher = pattern.matcher(String.valueOf(failure.getMessage()));
        return matcher.find() ? matcher.group(1).strip() : null;
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
