package org.mswada.db.execution;

import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;

/** Tells a session of the statements that jOOQ runs on it. */
final class StatementWatch implements ExecuteListener {
    private static final long serialVersionUID = 1L;

    private final transient JooqSession session;
    private long start;
    private boolean ended = true;

    StatementWatch(JooqSession session) {
        this.session = session;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        ended = false;
        start = session.begin();
    }

    @Override
    public void executeEnd(ExecuteContext context) {
        try {
            session.heard(context.statement() == null ? null : context.statement().getWarnings());
        } catch (SQLException e) {
            throw new DataAccessException("reading the warnings of a statement", e);
        }
        session.ended(String.valueOf(context.sql()), start, context.rows());
        ended = true;
    }

    /** The slowest statements are those that are given up. */
    @Override
    public void exception(ExecuteContext context) {
        if (!ended) {
            session.ended(String.valueOf(context.sql()), start, JooqSession.ROWS_UNKNOWN);
            ended = true;
        }
    }
}
