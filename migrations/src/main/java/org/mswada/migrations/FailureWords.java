package org.mswada.migrations;

import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;
import org.mswada.migrations.MigrationFailed.Kind;

/**
 * Puts what ended a migration into words, by the driver's SQLSTATE (PostgreSQL manual, "PostgreSQL Error Codes") where
 * there is one.
 *
 * @param database where it is, without parameters
 * @param user who signed in
 */
record FailureWords(String database, String user) {
    private static final String BAD_CERTIFICATE_NAME = "hostnameverifier";
    private static final String TLS_REJECTED = "08004";
    /** The server's refusal, as JSSE words it. */
    private static final String ALERT = "fatal alert";
    /** The server names a wrong password also when it misses a certificate. */
    private static final String RULES = "If they are right, the server's pg_hba.conf asks for more: see "
            + "MSWADA_DB_TLS_MODE and MSWADA_DB_TLS_CERTIFICATE.";

    MigrationFailed of(String purpose, Exception failure) {
        Optional<SQLException> refusal = find(SQLException.class, failure);
        if (refusal.isEmpty()) {
            return new MigrationFailed(Kind.OTHER, withoutState(purpose, failure), failure);
        }
        String state = String.valueOf(refusal.get().getSQLState());
        String reason = firstLine(refusal.get().getMessage());
        if (isTls(state, failure, reason)) {
            return new MigrationFailed(Kind.OTHER, "The database at " + database + " and Mswada do not agree on TLS: "
                    + reason + alertIn(failure) + ". Check MSWADA_DB_TLS_MODE, MSWADA_DB_TLS_AUTHORITY, "
                    + "MSWADA_DB_TLS_CERTIFICATE and the server's certificate.",
                    failure);
        }
        return new MigrationFailed(isAway(state) ? Kind.UNREACHABLE : Kind.OTHER,
                withState(purpose, state, reason, failure), failure);
    }

    private String withState(String purpose, String state, String reason, Exception failure) {
        if (state.equals("25006")) {
            return "The database at " + database + " is read-only: " + reason + ". Nothing was changed. Set "
                    + "MSWADA_DB_URL to the primary, or turn default_transaction_read_only off.";
        }
        return switch (state.substring(0, 2)) {
            case "08" -> "The database at " + database + " cannot be reached: " + reason + "." + hostOf(failure)
                    + " Check that it runs and that MSWADA_DB_URL names it.";
            case "57" -> "The database at " + database + " is starting or stopping: " + reason + ". Try again soon.";
            case "53" -> "The database at " + database + " has no room: " + reason + ". Close connections or raise its "
                    + "limit, and try again.";
            case "28" -> "The database at " + database + " did not let '" + user + "' in: " + reason
                    + ". Check MSWADA_DB_USER and MSWADA_DB_PASSWORD, or MSWADA_DB_MIGRATE_USER and "
                    + "MSWADA_DB_MIGRATE_PASSWORD if they are set. " + RULES;
            case "3D" -> "The database at " + database + " is not there: " + reason
                    + ". Create it, or correct MSWADA_DB_URL.";
            case "42" -> "The database could not be " + purpose + at(failure) + ": " + reason + "." + leftBy(failure)
                    + " Sign in with a role that owns the schema; if it does, the schema was changed by hand.";
            default -> "The database could not be " + purpose + at(failure) + ": " + reason + "." + leftBy(failure)
                    + " Mend the cause and run it again; 'mswada flyway info' shows what is applied.";
        };
    }

    private String withoutState(String purpose, Exception failure) {
        if (failure instanceof FlywayException flyway
                && flyway.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return "The database at " + database + " was not " + purpose + ", for it holds tables and no history of "
                    + "migrations. Use an empty database; or, if these tables are those up to migration N, run "
                    + "'mswada flyway baseline --baseline-version N' (0 if they are somebody else's).";
        }
        return "The database could not be " + purpose + at(failure) + ": " + firstLine(failure.getMessage())
                + "." + leftBy(failure)
                + " Mend the cause and run it again; 'mswada flyway info' shows what is applied.";
    }

    private static boolean isAway(String state) {
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    /** What waiting cannot mend; a line that broke while TLS was agreed on can be mended by it. */
    private static boolean isTls(String state, Exception failure, String reason) {
        return state.equals(TLS_REJECTED) || reason.contains(BAD_CERTIFICATE_NAME)
                || (state.startsWith("08") && (find(GeneralSecurityException.class, failure).isPresent()
                        || !alertIn(failure).isEmpty()));
    }

    /** What the server says of our certificate, or that we showed none. */
    private static String alertIn(Exception failure) {
        return find(SSLException.class, failure).map(Throwable::getMessage).filter(words -> words.contains(ALERT))
                .map(words -> " (" + words + ")").orElse("");
    }

    /** The driver leaves the name of a host that nobody knows to its cause. */
    private static String hostOf(Exception failure) {
        return find(UnknownHostException.class, failure)
                .map(unknown -> " No host is called '" + unknown.getMessage() + "'.").orElse("");
    }

    private static String at(Exception failure) {
        return failure instanceof FlywayMigrateException migrate ? " at " + migrate.getMigration().getScript() : "";
    }

    private static String leftBy(Exception failure) {
        if (failure instanceof FlywayMigrateException migrate) {
            return migrate.isExecutableInTransaction()
                    ? " Nothing of that migration was applied."
                    : " That migration runs outside of a transaction, so part of it may be applied: undo that by hand and "
                            + "run 'mswada flyway repair'.";
        }
        return "";
    }

    private static <T extends Throwable> Optional<T> find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String firstLine(@Nullable String message) {
        String line = message == null ? "no reason was given" : message.strip().lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
