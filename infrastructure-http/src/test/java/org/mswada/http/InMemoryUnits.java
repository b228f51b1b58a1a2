package org.mswada.http;

import java.util.function.Function;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** Runs units of work on nothing, after something that may block or fail. */
final class InMemoryUnits implements UnitOfWork {
    private static final WriteSession SESSION = new WriteSession() {
        @Override
        public <T> T savepoint(Function<? super WriteSession, ? extends T> work) {
            throw new UnsupportedOperationException("reads have no savepoints");
        }

        @Override
        public void rollbackOnly() {
            throw new UnsupportedOperationException("reads have nothing to undo");
        }
    };

    private final Runnable before;

    InMemoryUnits(Runnable before) {
        this.before = before;
    }

    @Override
    public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
        before.run();
        return work.apply(SESSION);
    }

    @Override
    public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
        before.run();
        return work.apply(SESSION);
    }

    @Override
    public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
        before.run();
        return work.apply(SESSION);
    }

    @Override
    public <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work) {
        return write(operation, work);
    }
}
