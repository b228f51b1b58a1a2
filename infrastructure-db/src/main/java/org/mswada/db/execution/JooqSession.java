package org.mswada.db.execution;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.postgresql.PGConnection;

/** The session behind the domain's marker types: one connection, for one unit of work, on one thread. */
public final class JooqSession implements WriteSession {
    private final Connection connection;
    private final DSLContext sql;
    private boolean open = true;

    JooqSession(Connection connection, DSLContext sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /** Returns jOOQ on the session's connection: the one cast that every repository needs. */
    public static DSLContext sql(ReadSession session) {
        return of(session).sql;
    }

    /** Returns the session's connection, for statements that need no jOOQ; it is never closed by who asks for it. */
    public static Connection connection(ReadSession session) {
        return of(session).connection;
    }

    /**
     * Writes rows by COPY, which is the fastest way in.
     *
     * @return how many rows were written
     */
    public static long copy(WriteSession session, Table<?> table, List<Field<?>> columns, CopyRows rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        String names = columns.stream().map(Field::getName).collect(Collectors.joining(", "));
        String statement = "copy " + table.getName() + " (" + names + ") from stdin";
        try {
            PGConnection postgres = of(session).connection.unwrap(PGConnection.class);
            return postgres.getCopyAPI().copyIn(statement, rows.reader());
        } catch (java.sql.SQLException e) {
            throw new DataAccessException(statement, e);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static JooqSession of(ReadSession session) {
        JooqSession jooq = (JooqSession) session;
        if (!jooq.open) {
            throw new IllegalStateException(
                    "this session's unit of work has ended: use a session only inside the work it was handed to");
        }
        return jooq;
    }

    void end() {
        open = false;
    }
}
