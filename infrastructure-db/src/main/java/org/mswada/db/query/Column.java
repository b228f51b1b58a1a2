package org.mswada.db.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A column of one query's result, found once by {@link Columns} and then read in every row by {@link Row#get}.
 *
 * @param <T> what it holds, {@code @Nullable} where it may be null
 */
public final class Column<T extends @Nullable Object> {
    private final Reader<T> reader;

    Column(Reader<T> reader) {
        this.reader = reader;
    }

    T read(ResultSet result) throws SQLException {
        return reader.read(result);
    }

    /** Reads the column in the current row. */
    interface Reader<T extends @Nullable Object> {
        T read(ResultSet result) throws SQLException;
    }
}
