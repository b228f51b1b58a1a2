package org.mswada.db.repository;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/**
 * A list, and what may happen to its rows. A row has a number, and is written by one thread at a time.
 *
 * @param <C> the place from which a part of the list is read
 */
interface WalkedList<C> {
    /** Stores what the rows belong to. */
    void begin(WriteSession session);

    /** Stores a row that was not there before; returns by what the list tells it from others. */
    Object insert(WriteSession session, int number);

    /** Changes a row, and with it its place if a change can do that; {@code how} tells one change from another. */
    void change(WriteSession session, int number, int how);

    /** Takes a row out of the list. */
    void delete(WriteSession session, int number);

    /** Reads a part after a place, or with null the first. */
    Part<C> part(ReadSession session, @Nullable C after, int limit);

    /** What the rows of a part are told by, and where the next begins; null at the end. */
    record Part<C>(List<?> rows, @Nullable C next) {}
}
