package org.mswada.db.connection;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** What an error of the driver says of the server. */
public final class ServerAnswer {
    private static final String STARTING_OR_STOPPING = "57P0";

    private ServerAnswer() {}

    /**
     * Returns whether the server itself said no, for its slots are taken or the password is wrong: then it is there. One
     * that starts or stops is not.
     */
    public static boolean isRefusal(SQLException e) {
        return e instanceof PSQLException postgres && postgres.getServerErrorMessage() != null
                && !String.valueOf(e.getSQLState()).startsWith(STARTING_OR_STOPPING);
    }
}
