package org.mswada.db.alignment;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of Flyway's history.
 *
 * @param version such as 0003, or null for one that is repeated whenever it changes
 * @param script its file
 * @param type how it came there, such as SQL or BASELINE
 * @param checksum of its content, or null
 * @param success whether it ran to its end
 */
record AppliedMigration(@Nullable String version, String script, String type, @Nullable Integer checksum,
        boolean success) {
    private static final String EXISTS = "select to_regclass('flyway_schema_history') is not null";

    /** Returns the rows in the order they came; none where nothing was ever migrated. */
    static List<AppliedMigration> read(Connection connection) throws SQLException {
        return Sql.value(connection, EXISTS).equals("t")
                ? Sql.query(connection, "history.sql", AppliedMigration::of)
                : List.of();
    }

    private static AppliedMigration of(ResultSet row) throws SQLException {
        int checksum = row.getInt("checksum");
        return new AppliedMigration(optional(row, "version"), row.getString("script"), row.getString("type"),
                row.wasNull() ? null : checksum, row.getBoolean("success"));
    }

    private static @Nullable String optional(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    /** Orders versions as Flyway does: by their numbers, so that 0010 is after 9. */
    static int compareVersions(String one, String other) {
        Iterator<BigInteger> left = numbers(one).iterator();
        Iterator<BigInteger> right = numbers(other).iterator();
        int order = 0;
        while (order == 0 && (left.hasNext() || right.hasNext())) {
            order = (left.hasNext() ? left.next() : BigInteger.ZERO)
                    .compareTo(right.hasNext() ? right.next() : BigInteger.ZERO);
        }
        return order;
    }

    private static List<BigInteger> numbers(String version) {
        return Arrays.stream(version.split("[._]", -1)).map(BigInteger::new).toList();
    }

    /** What tells it from others. */
    String key() {
        return version == null ? script : version;
    }

    String object() {
        return "migration " + key();
    }
}
