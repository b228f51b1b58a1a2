package org.mswada.application.memory;

import java.util.function.Function;

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
    private Session open = Session.NONE;
    private int writes;

    /** Returns the tables, for repositories and for a test to look at. */
    public Tables tables() {
        return tables;
    }

    Tables tables(ReadSession session) {
        if (session != open || open == Session.NONE) {
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
            return inUnit(operation, Operation.Access.WRITE, work::apply);
        } catch (RuntimeException e) {
            tables = before;
            throw e;
        }
    }

    private <T> T inUnit(Operation operation, Operation.Access access, Function<Session, T> work) {
        if (operation.access() != access) {
            throw new IllegalArgumentException(operation + " is not for " + access);
        }
        if (open != Session.NONE) {
            throw new IllegalStateException("units do not nest; pass the session on");
        }
        open = new Session();
        try {
            return work.apply(open);
        } finally {
            open = Session.NONE;
        }
    }

    /** Only its identity counts. */
    private static final class Session implements WriteSession {
        static final Session NONE = new Session();
    }
}
