package org.mswada.db.execution;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.TransientConflict;
import org.mswada.domain.storage.UnexpectedStorageFailure;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says what a failure means, by its SQLSTATE (PostgreSQL manual, Appendix A). */
final class FailureTranslator {
    private FailureTranslator() {}

    static StorageException translate(Operation operation, DataAccessException failure) {
        SQLException cause = failure.getCause(SQLException.class);
        return cause == null
                ? new UnexpectedStorageFailure(message(operation, "failed inside jOOQ", failure), failure)
                : translate(operation, cause);
    }

    static StorageException translate(Operation operation, SQLException failure) {
        String state = state(failure);
        if (state == null && failure instanceof SQLTransientConnectionException) {
            return new StorageOverloaded(message(operation, "got no connection in time; try again later", failure),
                    failure);
        }
        return switch (state == null ? "" : state.substring(0, 2)) {
            case "08", "28", "3D" -> unavailable(operation, failure);
            // A value that no column takes (22) or no index holds (54000) is refused data as much as a broken constraint.
            case "22", "23", "54" -> constraint(operation, failure, String.valueOf(state));
            case "40" -> conflict(operation, failure);
            case "53" -> "53300".equals(state) ? unavailable(operation, failure) : unexpected(operation, failure);
            case "55" -> "55P03".equals(state) ? conflict(operation, failure) : unexpected(operation, failure);
            case "57" -> "57014".equals(state)
                    ? new StorageTimeout(message(operation, "took longer than it may", failure), failure)
                    : unavailable(operation, failure);
            default -> unexpected(operation, failure);
        };
    }

    /** A connection that is lost around COMMIT leaves the outcome open. */
    static StorageException translateAtCommit(Operation operation, SQLException failure) {
        StorageException ordinary = translate(operation, failure);
        return ordinary instanceof StorageUnavailable
                ? new OutcomeUnknown(message(operation,
                        "lost its connection at COMMIT and may be stored or not; look before doing it again", failure),
                        failure)
                : ordinary;
    }

    static StorageException swallowedError(Operation operation) {
        return new UnexpectedStorageFailure("Unit '" + operation.name() + "' was rolled back: a statement in it failed "
                + "and the error was swallowed. Let the exception out of the unit, or do not run the statement.", null);
    }

    private static StorageException unavailable(Operation operation, SQLException failure) {
        return new StorageUnavailable(message(operation, "cannot reach the database; try again later", failure),
                failure);
    }

    private static StorageException conflict(Operation operation, SQLException failure) {
        return new TransientConflict(message(operation, "met a concurrent one and was rolled back", failure), failure);
    }

    private static StorageException unexpected(Operation operation, SQLException failure) {
        return new UnexpectedStorageFailure(message(operation, "failed", failure), failure);
    }

    private static StorageException constraint(Operation operation, SQLException failure, String state) {
        ServerErrorMessage details = failure instanceof PSQLException postgres
                ? postgres.getServerErrorMessage()
                : null;
        ConstraintViolated.Kind kind = switch (state) {
            case "23502" -> ConstraintViolated.Kind.NOT_NULL;
            case "23503" -> ConstraintViolated.Kind.FOREIGN_KEY;
            case "23505" -> ConstraintViolated.Kind.UNIQUE;
            case "23514" -> ConstraintViolated.Kind.CHECK;
            case "23P01" -> ConstraintViolated.Kind.EXCLUSION;
            default -> ConstraintViolated.Kind.OTHER;
        };
        return new ConstraintViolated(kind, details == null ? null : details.getConstraint(),
                message(operation, "was refused by the database", failure), failure);
    }

    private static @Nullable String state(SQLException failure) {
        if (failure.getSQLState() != null) {
            return failure.getSQLState();
        }
        // HikariCP's own time-out carries the last connection failure, if there was one, as its cause.
        return failure.getCause() instanceof SQLException cause ? cause.getSQLState() : null;
    }

    private static String message(Operation operation, String what, Exception failure) {
        return "Unit '" + operation.name() + "' " + what + ": " + failure.getMessage();
    }
}
