package org.mswada.db.execution;

import java.sql.SQLException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
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
    public void prepareStart(ExecuteContext context) {
        if (context.type() == ExecuteType.BATCH) {
            try {
                session.beginApart();
            } catch (SQLException e) {
                throw new DataAccessException("beginning a batch", e);
            }
        }
    }

    @Override
    public void executeStart(ExecuteContext context) {
        session.refuseWrite(context.type(), String.valueOf(context.sql()));
        ended = false;
        start = session.begin();
    }

    @Override
    public void executeEnd(ExecuteContext context) {
        try {
            session.heard(context.statement() == null ? null : context.statement().getWarnings());
        } catch (SQLException e) {
            throw new DataAccessException("ending a statement", e);
        }
        if (context.resultSet() == null) {
            report(context, context.rows());
        }
    }

    @Override
    public void fetchEnd(ExecuteContext context) {
        report(context, context.result() == null ? JooqSession.ROWS_UNKNOWN : context.result().size());
    }

    /** What was read row by row ends here. */
    @Override
    public void end(ExecuteContext context) {
        report(context, JooqSession.ROWS_UNKNOWN);
    }

    /** The slowest statements are those that are given up. */
    @Override
    public void exception(ExecuteContext context) {
        report(context, JooqSession.ROWS_UNKNOWN);
    }

    private void report(ExecuteContext context, long rows) {
        if (!ended) {
            ended = true;
            session.ended(String.valueOf(context.sql()), start, rows);
        }
    }
}
