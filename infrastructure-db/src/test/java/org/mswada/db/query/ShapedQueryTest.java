package org.mswada.db.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.storage.Operation;

final class ShapedQueryTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Field<Integer> NUMBER = DSL.field(DSL.name("number"), SQLDataType.INTEGER);

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final AtomicInteger said = new AtomicInteger();
    private final ShapedQuery<Range, Integer> numbers = ShapedQuery.prepare("test.numbers", (sql, in, when) -> {
        said.incrementAndGet();
        return sql.select(NUMBER).from(DSL.table("generate_series(1, 9) as number"))
                .where(when.given(Range::from, from -> NUMBER.ge(from.value(NUMBER, it -> it))))
                .and(NUMBER.ne(in.value(NUMBER, Range::except)))
                .and(when.given(Range::to, to -> NUMBER.le(to.value(NUMBER, it -> it))))
                .orderBy(NUMBER)
                .limit(in.limit(Range::limit));
    }, columns -> {
        Column<Integer> number = columns.of(NUMBER);
        return row -> row.get(number);
    });

    @Test
    void only_the_parts_that_are_given_restrict() {
        assertThat(list(new Range(null, null, 2, 3))).containsExactly(1, 3, 4);
        assertThat(list(new Range(7, null, 8, 3))).containsExactly(7, 9);
        assertThat(list(new Range(null, 2, 9, 3))).containsExactly(1, 2);
        assertThat(list(new Range(4, 6, 5, 3))).containsExactly(4, 6);
    }

    @Test
    void each_shape_has_one_text_and_is_rendered_once() {
        int before = said.get();

        assertThat(numbers.samples()).hasSize(4).extracting(PreparedQuery::text).doesNotHaveDuplicates();
        assertThat(numbers.samples()).isEqualTo(numbers.samples());
        assertThat(numbers.shape(new Range(1, 2, 3, 4))).isSameAs(numbers.shape(new Range(5, 6, 7, 8)))
                .isNotSameAs(numbers.shape(new Range(1, null, 3, 4)));

        // The shape with all parts was rendered at preparation.
        assertThat(said.get() - before).isEqualTo(3);
    }

    @Test
    void callers_that_need_a_shape_at_once_share_one() throws Exception {
        int before = said.get();
        Callable<PreparedQuery<Range, Integer>> caller = () -> numbers.shape(new Range(1, null, 2, 3));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<PreparedQuery<Range, Integer>> found = threads.invokeAll(Collections.nCopies(32, caller)).stream()
                    .map(Future::resultNow).toList();
            assertThat(found).allMatch(query -> query == found.getFirst());
        }
        assertThat(said.get() - before).isEqualTo(1);
    }

    @Test
    void more_parts_than_a_small_number_are_refused() {
        assertThat(withParts(ShapedQuery.MAXIMUM_PARTS).samples()).hasSize(ShapedQuery.MAXIMUM_PARTS + 2);
        assertThatThrownBy(() -> withParts(ShapedQuery.MAXIMUM_PARTS + 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31 optional parts, at most 30").hasMessageContaining("Split the query");
    }

    @Test
    void of_more_shapes_than_are_kept_each_is_still_rendered_when_it_is_needed() {
        ShapedQuery<Long, Row> query = ShapedQuery.prepare("test.bits",
                (sql, in, when) -> sql.select(NUMBER).from(DSL.table("numbers")).where(DSL.and(IntStream.range(0, 10)
                        .mapToObj(bit -> when.given((Long bits) -> (bits >> bit & 1) == 0 ? null : bit,
                                part -> NUMBER.ne(part.value(NUMBER, it -> it))))
                        .toList())),
                columns -> row -> row);
        List<String> texts = LongStream.range(0, 1024).mapToObj(bits -> query.shape(bits).text()).toList();

        for (long bits = 0; bits < 1024; bits++) {
            assertThat(query.shape(bits).text()).isEqualTo(texts.get((int) bits));
            assertThat(texts.get((int) bits).chars().filter(character -> character == '?').count())
                    .isEqualTo(Long.bitCount(bits));
        }
    }

    @Test
    void a_part_inside_another_is_refused() {
        assertThatThrownBy(() -> ShapedQuery.<Range, Row>prepare("test.nested",
                (sql, in, when) -> sql.select(NUMBER).where(when.given(Range::from,
                        from -> when.given(Range::to, to -> NUMBER.le(to.value(NUMBER, it -> it))))),
                columns -> row -> row)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("declare each on its own");
    }

    private static ShapedQuery<Range, Row> withParts(int count) {
        return ShapedQuery.prepare("test.parts",
                (sql, in, when) -> sql.select(NUMBER).from(DSL.table("numbers"))
                        .where(DSL.and(conditions(count, when))),
                columns -> row -> row);
    }

    private static List<Condition> conditions(int count, OptionalParts<Range> when) {
        return IntStream.range(0, count).mapToObj(part -> when.given(Range::from,
                from -> NUMBER.ne(from.value(NUMBER, it -> it + part)))).toList();
    }

    private List<Integer> list(Range range) {
        return database.units().read(READ, session -> numbers.list(session, range));
    }

    private record Range(@Nullable Integer from, @Nullable Integer to, int except, int limit) {}
}
