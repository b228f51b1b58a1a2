package org.mswada.db.repository;

import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.mswada.db.execution.ConstraintKinds;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCreateResult;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.UpsertResult;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the database refuses because of the data, and would refuse each time. */
final class RefusedRow {
    private RefusedRow() {}

    /** Classes 22, 23 and 54 of PostgreSQL's error codes: data, constraints, and limits of the program. */
    static boolean isRefusal(DataAccessException failure) {
        String state = failure.sqlState();
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    static UpsertResult ofImport(BillContent bill, DataAccessException failure) {
        return UpsertResult.rejected(reason(bill.identifier().printed(), failure));
    }

    static BillCreateResult ofCreation(BillContent bill, DataAccessException failure) {
        return new BillCreateResult.Refused(ConstraintKinds.of(failure.sqlState()),
                reason(bill.identifier().printed(), failure));
    }

    static BillWriteResult ofChange(BillId bill, DataAccessException failure) {
        return new BillWriteResult.Refused(ConstraintKinds.of(failure.sqlState()),
                reason(bill.value().toString(), failure));
    }

    private static String reason(String bill, DataAccessException failure) {
        return "the database refuses bill " + bill + ": " + said(failure) + "; correct the record";
    }

    private static String said(DataAccessException failure) {
        PSQLException cause = failure.getCause(PSQLException.class);
        Optional<ServerErrorMessage> message = Optional.ofNullable(cause).map(PSQLException::getServerErrorMessage);
        String detail = message.map(ServerErrorMessage::getDetail).map(text -> " (" + text + ")").orElse("");
        return message.map(ServerErrorMessage::getMessage).orElse(String.valueOf(failure.getMessage())) + detail;
    }
}
