package org.mswada.application.memory;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/**
 * Storage in memory for tests of use cases, for one thread. As writes may run more than once, each runs twice here, the
 * first time rolled back; a session is refused outside its unit.
 */
public final class InMemoryStorage implements UnitOfWork {
    private Tables tables = new Tables();
    private @Nullable Session open;
    private boolean rollbackOnly;
    private int writes;

    /** Returns the tables, for repositories and for a test to look at. */
    public Tables tables() {
        return tables;
    }

    Tables tables(ReadSession session) {
        if (open == null || session != open) {
            throw new IllegalStateException("this session is not open");
        }
        return tables;
    }

    /** Returns how many units have written so far. */
    public int writes() {
        return writes;
    }

    @Override
    public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return inUnit(operation, Operation.Access.READ, work::apply);
    }

    @Override
    public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return inUnit(operation, Operation.Access.READ, work::apply);
    }

    @Override
    public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
        writes++;
        Tables before = tables;
        try {
            tables = before.copy();
            inUnit(operation, Operation.Access.WRITE, work::apply);
            tables = before.copy();
            T result = inUnit(operation, Operation.Access.WRITE, work::apply);
            tables = rollbackOnly ? before : tables;
            return result;
        } catch (RuntimeException e) {
            tables = before;
            throw e;
        }
    }

    @Override
    public <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work) {
        return write(operation, work);
    }

    private <T> T inUnit(Operation operation, Operation.Access access, Function<Session, T> work) {
        if (operation.access() != access) {
            throw new IllegalArgumentException(operation + " is not for " + access);
        }
        if (open != null) {
            throw new IllegalStateException("units do not nest; pass the session on");
        }
        open = new Session();
        rollbackOnly = false;
        try {
            return work.apply(open);
        } finally {
            open = null;
        }
    }

    /** Only its identity counts. */
    private final class Session implements WriteSession {
        @Override
        public <T> T savepoint(Function<? super WriteSession, ? extends T> work) {
            Tables before = tables.copy();
            try {
                return work.apply(this);
            } catch (RuntimeException e) {
                tables = before;
                throw e;
            }
        }

        @Override
        public void rollbackOnly() {
            rollbackOnly = true;
        }
    }
}
