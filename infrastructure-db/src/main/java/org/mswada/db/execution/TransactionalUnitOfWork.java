package org.mswada.db.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.Configuration;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;
import org.mswada.db.connection.ConnectionPool;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** Runs units of work on connections of a pool. */
public final class TransactionalUnitOfWork implements UnitOfWork {
    private static final ScopedValue<Operation> RUNNING = ScopedValue.newInstance();
    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read, read only";

    private final ConnectionPool pool;
    private final Configuration jooq = new DefaultConfiguration().set(SQLDialect.POSTGRES)
            .set(new Settings().withExecuteLogging(false).withAttachRecords(false).withFetchWarnings(false));

    /** Borrows connections from {@code pool}, one for each unit. */
    public TransactionalUnitOfWork(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return unit(operation, connection -> run(connection, work));
    }

    @Override
    public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return unit(operation, connection -> transaction(operation, connection, session -> {
            JooqSession.sql(session).execute(ONE_SNAPSHOT);
            return work.apply(session);
        }));
    }

    @Override
    public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
        return unit(operation, connection -> transaction(operation, connection, work));
    }

    private <T> T unit(Operation operation, OnConnection<T> body) {
        if (RUNNING.isBound()) {
            throw new IllegalStateException("unit '" + operation.name() + "' was opened inside unit '"
                    + RUNNING.get().name() + "': pass the session on instead");
        }
        return ScopedValue.where(RUNNING, operation).call(() -> {
            try (Connection connection = pool.borrow()) {
                return body.apply(connection);
            } catch (SQLException e) {
                throw FailureTranslator.translate(operation, e);
            } catch (DataAccessException e) {
                throw FailureTranslator.translate(operation, e);
            }
        });
    }

    private <T> T run(Connection connection, Function<? super JooqSession, ? extends T> work) {
        JooqSession session = new JooqSession(connection,
                DSL.using(jooq.derive(new DefaultConnectionProvider(connection))));
        try {
            return work.apply(session);
        } finally {
            session.end();
        }
    }

    private <T> T transaction(Operation operation, Connection connection,
            Function<? super JooqSession, ? extends T> work) throws SQLException {
        connection.setAutoCommit(false);
        T result = run(connection, work);
        refuseFailedTransaction(operation, connection);
        try {
            connection.commit();
        } catch (SQLException e) {
            throw FailureTranslator.translateAtCommit(operation, e);
        }
        return result;
    }

    /** COMMIT of a failed transaction rolls back and reports success; the server's own word for failed is 25P02. */
    private static void refuseFailedTransaction(Operation operation, Connection connection) throws SQLException {
        if (TransactionState.isFailed(connection)) {
            throw FailureTranslator.swallowedError(operation);
        }
    }

    /** What a unit does with its connection. */
    private interface OnConnection<T> {
        T apply(Connection connection) throws SQLException;
    }
}
