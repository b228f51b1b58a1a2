package org.mswada.db.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.exception.DataAccessException;
import org.mswada.domain.storage.WriteSession;

/**
 * Writes a batch so that a row that the database refuses costs only itself: it rolls back all that was written with it, and
 * each half is tried again, until in the end only that row is left out.
 */
final class Halving {
    private Halving() {}

    /**
     * Writes rows and returns what became of each, in the order given.
     *
     * @param store writes some rows and answers for each
     * @param refused what became of a row that the database refuses
     */
    static <T, R> List<R> run(WriteSession session, List<T> rows, BiFunction<WriteSession, List<T>, List<R>> store,
            BiFunction<T, DataAccessException, R> refused) {
        if (rows.isEmpty()) {
            return List.of();
        }
        try {
            return session.<List<R>>savepoint(inner -> store.apply(inner, rows));
        } catch (DataAccessException failure) {
            if (!RefusedRow.isRefusal(failure)) {
                throw failure;
            }
            if (rows.size() == 1) {
                return List.of(refused.apply(rows.getFirst(), failure));
            }
        }
        int half = rows.size() / 2;
        List<R> results = new ArrayList<>(run(session, rows.subList(0, half), store, refused));
        results.addAll(run(session, rows.subList(half, rows.size()), store, refused));
        return results;
    }
}
