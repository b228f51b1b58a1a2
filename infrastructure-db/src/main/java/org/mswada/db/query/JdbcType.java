package org.mswada.db.query;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How values of one Java type go to the driver and come from it. Each is sent with its type, so that the driver need not
 * ask the server for it.
 */
record JdbcType<T>(Class<T> javaType, String sqlName, Setter<T> setter, Getter<T> getter) {
    private static final List<JdbcType<?>> ALL = List.of(
            new JdbcType<>(UUID.class, "uuid", PreparedStatement::setObject,
                    (result, position) -> result.getObject(position, UUID.class)),
            new JdbcType<>(String.class, "text", PreparedStatement::setString, ResultSet::getString),
            new JdbcType<>(Integer.class, "integer", PreparedStatement::setInt,
                    (result, position) -> orNull(result, result.getInt(position))),
            new JdbcType<>(Long.class, "bigint", PreparedStatement::setLong,
                    (result, position) -> orNull(result, result.getLong(position))),
            new JdbcType<>(Boolean.class, "boolean", PreparedStatement::setBoolean,
                    (result, position) -> orNull(result, result.getBoolean(position))),
            new JdbcType<>(Float.class, "real", PreparedStatement::setFloat,
                    (result, position) -> orNull(result, result.getFloat(position))),
            new JdbcType<>(BigDecimal.class, "numeric", PreparedStatement::setBigDecimal, ResultSet::getBigDecimal),
            new JdbcType<>(LocalDate.class, "date", PreparedStatement::setObject,
                    (result, position) -> result.getObject(position, LocalDate.class)),
            new JdbcType<>(Instant.class, "timestamptz",
                    (statement, position, value) -> statement.setObject(position, value.atOffset(ZoneOffset.UTC)),
                    JdbcType::instant));

    static <T> JdbcType<T> of(Class<T> javaType) {
        for (JdbcType<?> type : ALL) {
            if (type.javaType == javaType) {
                @SuppressWarnings("unchecked") // Its javaType is the asked one.
                JdbcType<T> found = (JdbcType<T>) type;
                return found;
            }
        }
        throw new IllegalArgumentException("no value of " + javaType.getName() + " can be sent or read, only "
                + ALL.stream().map(type -> type.javaType.getSimpleName()).collect(Collectors.joining(", "))
                + ": add a line to JdbcType");
    }

    private static <T> @Nullable T orNull(ResultSet result, T value) throws SQLException {
        return result.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(ResultSet result, int position) throws SQLException {
        OffsetDateTime value = result.getObject(position, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Sends a value. */
    interface Setter<T> {
        void set(PreparedStatement statement, int position, T value) throws SQLException;
    }

    /** Reads a value. */
    interface Getter<T> {
        @Nullable
        T get(ResultSet result, int position) throws SQLException;
    }
}
