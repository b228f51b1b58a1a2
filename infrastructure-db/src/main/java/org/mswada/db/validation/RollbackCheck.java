package org.mswada.db.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.service.TransactionOptions;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;

/** Takes a transaction id in units that end in three ways, and asks the server past the service what became of each. */
final class RollbackCheck {
    private static final Operation WRITE = Operation.write("validation.transaction");
    private static final String ABORTED = "aborted";
    private static final String COMMITTED = "committed";

    private RollbackCheck() {}

    static Check check() {
        return new Check("transaction rollback",
                "pg_xact_status: " + ABORTED + " for a unit that asks for it, " + ABORTED + " for one that throws, "
                        + COMMITTED + " for one that returns",
                "Look into the server's log for what ended these transactions. If nothing is there, this is a bug of "
                        + "Mswada: report it.",
                RollbackCheck::measure);
    }

    private static Measurement measure(Bench bench) throws SQLException {
        try (Trial trial = bench.open(0); Connection connection = bench.connect()) {
            String asked = status(connection, asking(trial));
            String thrown = status(connection, throwing(trial));
            String returned = status(connection, trial.service().write(WRITE, RollbackCheck::transaction));
            return Measurement.of(ABORTED.equals(asked) && ABORTED.equals(thrown) && COMMITTED.equals(returned),
                    asked + ", " + thrown + ", " + returned);
        }
    }

    private static String asking(Trial trial) {
        return trial.service().write(WRITE, session -> {
            session.rollbackOnly();
            return transaction(session);
        });
    }

    private static String throwing(Trial trial) {
        try {
            trial.service().withTransaction(WRITE, TransactionOptions.DEFAULT, session -> {
                throw new Undo(transaction(session));
            });
            return "";
        } catch (Undo undo) {
            return undo.transaction;
        }
    }

    private static String transaction(ReadSession session) {
        return String.valueOf(JooqSession.sql(session).fetchValue("select pg_current_xact_id()::text"));
    }

    private static String status(Connection connection, String transaction) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("select pg_xact_status(?::xid8)")) {
            ask.setString(1, transaction);
            try (ResultSet rows = ask.executeQuery()) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        }
    }

    /** Thrown out of a unit so that it is undone. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String transaction;

        Undo(String transaction) {
            super("undo", null, false, false);
            this.transaction = transaction;
        }
    }
}
