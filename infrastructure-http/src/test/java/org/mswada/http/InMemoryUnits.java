package org.mswada.http;

import java.util.function.Function;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** Runs units of work on nothing, after something that may block or fail. */
final class InMemoryUnits implements UnitOfWork {
    private static final WriteSession SESSION = new WriteSession() {
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
}
