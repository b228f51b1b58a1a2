package org.mswada.db.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.SPONSOR;
import static org.mswada.db.generated.Tables.SUBJECT;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.exception.InvalidResultException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnexpectedStorageFailure;

final class ColumnsTest {
    private static final Operation READ = Operation.read("test.read");

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Test
    void every_type_comes_back_as_it_was_sent() {
        assertThat(sentAndRead(SQLDataType.UUID, new UUID(1, 2))).isEqualTo(new UUID(1, 2));
        assertThat(sentAndRead(SQLDataType.CLOB, "Ä'?\\ 𝄞")).isEqualTo("Ä'?\\ 𝄞");
        assertThat(sentAndRead(SQLDataType.INTEGER, Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
        assertThat(sentAndRead(SQLDataType.BIGINT, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(sentAndRead(SQLDataType.BOOLEAN, true)).isTrue();
        assertThat(sentAndRead(SQLDataType.LOCALDATE, LocalDate.of(1789, 3, 4))).isEqualTo("1789-03-04");
        assertThat(sentAndRead(SQLDataType.INSTANT, Instant.parse("2025-03-30T01:30:00.123456Z")))
                .isEqualTo("2025-03-30T01:30:00.123456Z");
    }

    @Test
    void null_comes_back_as_null_where_it_is_expected() {
        for (DataType<?> type : List.of(SQLDataType.UUID, SQLDataType.CLOB, SQLDataType.INTEGER, SQLDataType.BIGINT,
                SQLDataType.BOOLEAN, SQLDataType.LOCALDATE, SQLDataType.INSTANT, SQLDataType.CLOB.array())) {
            assertThat(readNull(type)).as(type.getName()).isEmpty();
        }
    }

    @Test
    void an_array_is_read_as_its_own_type() {
        Field<String[]> words = DSL.field("array['a', null]", SQLDataType.CLOB.array()).as("words");

        assertThat(list(words)).containsExactly(new String[]{"a", null});
    }

    @Test
    void null_where_none_can_be_is_an_error_that_names_query_and_column() {
        Field<String> missing = DSL.inline((String) null, SQLDataType.CLOB).as("missing");

        assertThatThrownBy(() -> list(missing)).isInstanceOf(UnexpectedStorageFailure.class).rootCause()
                .isInstanceOf(InvalidResultException.class).hasMessageContaining("test.columns")
                .hasMessageContaining("\"missing\"").hasMessageContaining("columns.nullable");
    }

    @Test
    void a_column_that_may_be_null_cannot_be_read_as_if_it_never_were() {
        refused(() -> prepare("test.columns", (sql, in) -> sql.select(BILL.SUMMARY).from(BILL),
                columns -> reading(columns.of(BILL.SUMMARY))), "\"bill\".\"summary\"", "columns.nullable");
    }

    @Test
    void a_column_that_is_not_selected_cannot_be_read() {
        refused(() -> prepare("test.columns", (sql, in) -> sql.select(SPONSOR.NAME).from(SPONSOR),
                columns -> reading(columns.of(SUBJECT.NAME))), "\"subject\".\"name\"", "\"sponsor\".\"name\"");
    }

    @Test
    void columns_that_are_not_named_are_refused() {
        for (SelectFieldOrAsterisk unnamed : List.of(DSL.asterisk(), SUBJECT.asterisk(), SUBJECT)) {
            refused(() -> prepare("test.columns", (sql, in) -> sql.select(unnamed).from(SUBJECT),
                    columns -> row -> row), "name each column");
        }
    }

    @Test
    void a_type_that_cannot_be_read_is_refused_at_once() {
        Field<BigInteger> number = DSL.field("1", BigInteger.class);

        refused(() -> prepare("test.columns", (sql, in) -> sql.select(number), columns -> reading(columns.of(number))),
                "java.math.BigInteger", "JdbcType");
    }

    private static void refused(ThrowingCallable preparation, String... words) {
        assertThatThrownBy(preparation).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(words);
    }

    private <T> T sentAndRead(DataType<T> type, T value) {
        Field<T> field = DSL.field(DSL.name("value"), type);
        PreparedQuery<T, T> query = prepare("test.columns",
                (sql, in) -> sql.select(in.value(field, it -> it).as(field)),
                columns -> reading(columns.of(field)));
        return database.units().read(READ, session -> query.one(session, value).orElseThrow());
    }

    private <T> Optional<T> readNull(DataType<T> type) {
        Field<T> field = DSL.inline((Object) null, type).cast(type).as("value");
        PreparedQuery<String, Optional<T>> query = prepare("test.columns", (sql, in) -> sql.select(field), columns -> {
            Column<@Nullable T> column = columns.nullable(field);
            return row -> Optional.ofNullable(row.get(column));
        });
        return database.units().read(READ, session -> query.one(session, "").orElseThrow());
    }

    private <T> List<T> list(Field<T> field) {
        PreparedQuery<String, T> query = prepare("test.columns", (sql, in) -> sql.select(field),
                columns -> reading(columns.of(field)));
        return new ArrayList<>(database.units().read(READ, session -> query.list(session, "")));
    }

    private static <T> RowMapper<T> reading(Column<T> column) {
        return row -> row.get(column);
    }
}
