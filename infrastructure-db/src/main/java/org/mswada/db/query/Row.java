package org.mswada.db.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The current row of a result. Valid only inside the call of {@link RowMapper#map} that it is handed to. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /**
     * Reads a column.
     *
     * @throws org.jooq.exception.InvalidResultException when the column is null but was not asked for as nullable
     */
    public <T extends @Nullable Object> T get(Column<T> column) throws SQLException {
        return column.read(result);
    }
}
