package org.mswada.db.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.SUBJECT;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.TooManyRowsException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.JurisdictionId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnexpectedStorageFailure;
import org.postgresql.util.PSQLException;

final class PreparedQueryTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Field<String> WORD = DSL.field(DSL.name("word"), SQLDataType.CLOB);
    private static final Field<Integer> NUMBER = DSL.field(DSL.name("number"), SQLDataType.INTEGER);

    /** Finds as many rows as it is told, numbered from 1. */
    private static final PreparedQuery<Integer, Integer> COUNT_TO = prepare("test.count-to",
            (sql, in) -> sql.select(NUMBER).from(DSL.table("generate_series(1, 5) as number"))
                    .where(NUMBER.le(in.value(NUMBER, last -> last))).orderBy(NUMBER),
            PreparedQueryTest::number);

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Test
    void parameters_land_where_the_text_needs_them_and_not_where_they_were_declared() {
        PreparedQuery<Input, String> query = prepare("test.order", (sql, in) -> {
            Param<String> first = in.value(WORD, Input::first);
            Param<String> second = in.value(WORD, Input::second);
            Param<Integer> number = in.value(NUMBER, Input::number);
            return sql.select(second.concat(DSL.inline("|")).concat(first).concat(DSL.inline("|")).concat(second)
                    .as(WORD)).where(number.eq(DSL.inline(7)).and(first.eq(first)));
        }, PreparedQueryTest::word);

        assertThat(one(query, new Input("one", "two", 7))).contains("two|one|two");
        assertThat(one(query, new Input("one", "two", 8))).isEmpty();
        assertThat(query.text().chars().filter(character -> character == '?').count()).isEqualTo(6);
    }

    @Test
    void a_query_is_said_once_however_often_it_runs() {
        AtomicInteger said = new AtomicInteger();
        PreparedQuery<String, String> query = prepare("test.once", (sql, in) -> {
            said.incrementAndGet();
            return sql.select(in.value(WORD, word -> word).as(WORD));
        }, PreparedQueryTest::word);
        String text = query.text();

        for (String word : List.of("a", "b", "c")) {
            assertThat(one(query, word)).contains(word);
        }

        assertThat(said).hasValue(1);
        assertThat(query.text()).isSameAs(text);
        assertThat(query.name()).isEqualTo("test.once");
    }

    @Test
    void one_row_is_found_and_none_is_empty() {
        assertThat(one(COUNT_TO, 1)).contains(1);
        assertThat(one(COUNT_TO, 0)).isEmpty();
    }

    @Test
    void more_rows_than_one_are_an_error_where_one_was_asked_for() {
        assertThatThrownBy(() -> one(COUNT_TO, 2)).isInstanceOf(UnexpectedStorageFailure.class)
                .rootCause().isInstanceOf(TooManyRowsException.class).hasMessageContaining("test.count-to")
                .hasMessageContaining("ask for a list");
    }

    @Test
    void a_list_has_the_rows_in_their_order_and_cannot_be_changed() {
        List<Integer> found = list(COUNT_TO, 3);

        assertThat(found).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> found.add(4)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void an_array_takes_any_number_of_values_with_one_text() {
        PreparedQuery<List<Integer>, Integer> query = prepare("test.any",
                (sql, in) -> sql.select(NUMBER).from(DSL.table("generate_series(1, 5) as number"))
                        .where(NUMBER.eq(in.anyOf(NUMBER, numbers -> numbers))).orderBy(NUMBER),
                PreparedQueryTest::number);

        assertThat(list(query, List.of(4, 2, 9))).containsExactly(2, 4);
        assertThat(list(query, List.of())).isEmpty();
    }

    @Test
    void the_database_s_refusal_keeps_the_driver_s_exception_and_names_the_query() {
        PreparedQuery<Integer, Integer> query = prepare("test.refused",
                (sql, in) -> sql.select(DSL.inline(1).div(in.value(NUMBER, it -> it)).as(NUMBER)),
                PreparedQueryTest::number);

        DataAccessException failure = database.units().read(READ, session -> refusal(session, query));

        assertThat(failure).hasMessageContaining("test.refused").hasMessageContaining(query.text());
        assertThat(failure.getCause(PSQLException.class).getSQLState()).isEqualTo("22012");
    }

    private static DataAccessException refusal(ReadSession session, PreparedQuery<Integer, Integer> query) {
        try {
            throw new AssertionError("not refused: " + query.one(session, 0));
        } catch (DataAccessException e) {
            return e;
        }
    }

    @Test
    void a_value_written_into_the_sql_is_refused() {
        assertThatThrownBy(() -> prepare("test.constant",
                (sql, in) -> sql.select(SUBJECT.NAME).from(SUBJECT).where(SUBJECT.ID.eq(7)), columns -> row -> row))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("test.constant")
                .hasMessageContaining("'7'").hasMessageContaining("DSL.inline");
    }

    @Test
    void a_value_that_is_null_is_refused_instead_of_finding_nothing() {
        PreparedQuery<Optional<String>, String> query = prepare("test.null",
                (sql, in) -> sql.select(in.value(WORD, word -> word.orElse(null)).as(WORD)), PreparedQueryTest::word);

        assertThatThrownBy(() -> one(query, Optional.empty()))
                .isInstanceOf(NullPointerException.class).hasMessageContaining("word")
                .hasMessageContaining("ShapedQuery");
    }

    @Test
    void a_typed_column_takes_its_own_type_and_gives_it_back() {
        database.units().write(Operation.write("test.write"), session -> JooqSession.sql(session)
                .query("insert into jurisdiction values ('ocd-jurisdiction/country:xx/government', 'xx', 'X', "
                        + "'COUNTRY', 'UTC')")
                .execute());
        PreparedQuery<JurisdictionCode, JurisdictionId> query = prepare(
                "test.typed", (sql, in) -> sql.select(JURISDICTION.ID).from(JURISDICTION)
                        .where(JURISDICTION.CODE.eq(in.value(JURISDICTION.CODE, code -> code))),
                columns -> {
                    Column<JurisdictionId> id = columns.of(JURISDICTION.ID);
                    return row -> row.get(id);
                });

        assertThat(one(query, new JurisdictionCode("xx")))
                .contains(new JurisdictionId("ocd-jurisdiction/country:xx/government"));
    }

    private <I, O> Optional<O> one(PreparedQuery<I, O> query, I input) {
        return database.units().read(READ, session -> query.one(session, input));
    }

    private <I, O> List<O> list(PreparedQuery<I, O> query, I input) {
        return database.units().read(READ, session -> query.list(session, input));
    }

    private static RowMapper<String> word(Columns columns) {
        Column<String> word = columns.of(WORD);
        return row -> row.get(word);
    }

    private static RowMapper<Integer> number(Columns columns) {
        Column<Integer> number = columns.of(NUMBER);
        return row -> row.get(number);
    }

    private record Input(String first, String second, int number) {}
}
