package org.mswada.db.execution;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.TransientConflict;
import org.mswada.domain.storage.UnexpectedStorageFailure;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in the domain's words what the table of {@link FailureClassifier} decided. */
final class FailureTranslator {
    private static final ReportedFailure QUERY_CANCELED = new ReportedFailure("57014", true, false);
    private static final String READ_ONLY_TRANSACTION = "25006";
    private static final ReportedFailure INVALID_TRANSACTION_STATE = new ReportedFailure("25000", true, false);
    private static final ReportedFailure WITHOUT_STATE = new ReportedFailure(null, false, false);

    private FailureTranslator() {}

    static UnitFailure translate(Unit<?> unit, AttemptFailure failure) {
        SQLException error = failure.sqlException();
        if (failure.phase() == Phase.IN_UNIT && unit.inFlight != null && unit.inFlight.isCancelled()
                && unit.inFlight.drained) {
            return Refusals.drained(unit, "while it ran");
        }
        Decision decision = FailureClassifier.decide(reported(unit, failure, error), failure.phase(),
                unit.operation.idempotent());
        return new UnitFailure(decision, told(unit, decision, error, failure));
    }

    private static ReportedFailure reported(Unit<?> unit, AttemptFailure failure, @Nullable SQLException error) {
        if (error != null && !unit.mode.writes() && READ_ONLY_TRANSACTION.equals(error.getSQLState())) {
            // It is our own transaction that is read-only, and would be so again: no matter of the node's role.
            return INVALID_TRANSACTION_STATE;
        }
        if (failure.phase() == Phase.IN_UNIT && unit.inFlight != null && unit.inFlight.isCancelled()) {
            // Whatever the driver says of a connection that was cancelled or closed at its deadline, it was the deadline.
            return QUERY_CANCELED;
        }
        return error == null ? WITHOUT_STATE : ReportedFailure.of(error);
    }

    private static StorageException told(Unit<?> unit, Decision decision, @Nullable SQLException error,
            AttemptFailure failure) {
        Throwable cause = failure.error();
        return switch (decision.kind()) {
            case UNAVAILABLE -> new StorageUnavailable(
                    message(unit, "cannot reach the database; try again later", failure), cause);
            case OVERLOADED -> new StorageOverloaded(
                    message(unit, "got no connection in time; try again later", failure), BackOff.FIRST_CAP, cause);
            case TIMEOUT -> new StorageTimeout(message(unit, "took longer than it may", failure), cause);
            case CONFLICT -> new TransientConflict(
                    message(unit, "met a concurrent one and was rolled back; try again", failure), cause);
            case CONSTRAINT -> constraint(unit, error, failure);
            case UNKNOWN_OUTCOME -> new OutcomeUnknown(message(unit,
                    "sent COMMIT, got no clear answer and may be stored or not; look before doing it again",
                    failure), cause);
            case UNEXPECTED -> new UnexpectedStorageFailure(message(unit, "failed", failure), cause);
        };
    }

    private static StorageException constraint(Unit<?> unit, @Nullable SQLException error, AttemptFailure failure) {
        ServerErrorMessage details = error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        ConstraintViolated.Kind kind = ConstraintKinds.of(error == null ? null : error.getSQLState());
        return new ConstraintViolated(kind, details == null ? null : details.getConstraint(),
                message(unit, "was refused by the database", failure), failure.error());
    }

    private static String message(Unit<?> unit, String what, AttemptFailure failure) {
        return "Unit '" + unit.operation.name() + "' " + what + ": " + failure.getMessage();
    }
}
