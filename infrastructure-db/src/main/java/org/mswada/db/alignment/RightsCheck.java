package org.mswada.db.alignment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Finds what the role of a connection, as which the server signs in, may not do although the server needs it. */
final class RightsCheck {
    private RightsCheck() {}

    static List<Finding> findings(Connection connection, String schema) throws SQLException {
        String role = Sql.value(connection, "select quote_ident(current_user)");
        return Sql.query(connection, "needed-rights.sql", row -> finding(row, role), schema, schema);
    }

    private static Finding finding(ResultSet row, String role) throws SQLException {
        String object = row.getString("object");
        String lacking = row.getString("lacking");
        return Finding.drift(Finding.Area.SCHEMA, "grant on " + object + " to " + role, lacking, "not granted",
                "The server signs in as " + role + " and needs it. Run: grant " + lacking + " on " + object + " to "
                        + role + ".");
    }
}
