package org.mswada.domain.storage;

import java.util.function.Function;

/** Permission to read and write: the only type that write operations of repositories take. */
public interface WriteSession extends ReadSession {
    /**
     * Runs {@code work} so that, when it throws, only what it did is undone; the exception goes on to the caller, who may
     * catch it and go on with the unit. Not in {@link UnitOfWork#writeSingle}.
     */
    <T> T savepoint(Function<? super WriteSession, ? extends T> work);

    /**
     * Undoes the whole unit at its end, though its work returns: for a business refusal that is known only after a write.
     * Not in {@link UnitOfWork#writeSingle}.
     */
    void rollbackOnly();
}
