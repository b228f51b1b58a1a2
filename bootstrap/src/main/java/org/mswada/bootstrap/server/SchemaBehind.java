package org.mswada.bootstrap.server;

import java.util.List;

/** The database has not seen all migrations that this server needs. */
public final class SchemaBehind extends Exception {
    private static final long serialVersionUID = 1L;

    SchemaBehind(List<String> pending) {
        super("The schema of the database is behind this server: migrations " + String.join(", ", pending)
                + " are not applied. Run 'mswada migrate' with a role that owns the schema, then start again.");
    }
}
