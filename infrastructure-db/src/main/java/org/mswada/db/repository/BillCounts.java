package org.mswada.db.repository;

import static org.jooq.impl.DSL.selectOne;
import static org.mswada.db.generated.Tables.BILL;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mswada.db.query.Column;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.bill.BillCount;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.storage.ReadSession;

/** How bills are counted. */
final class BillCounts {
    /** As many as there can be: counts all, by the same text as up to a number. */
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final Field<Long> NUMBER = DSL.count().cast(SQLDataType.BIGINT).as("number");

    static final ShapedQuery<Counting, Long> COUNT = ShapedQuery.prepare("bill.count",
            (sql, in, when) -> sql.select(NUMBER)
                    .from(selectOne().from(BILL).where(BillConditions.of(when)).limit(in.limit(Counting::limit))
                            .asTable("counted")),
            columns -> {
                Column<Long> number = columns.of(NUMBER);
                return row -> row.get(number);
            });

    /** Never run: the planner is asked what it would find. */
    static final ShapedQuery<Counting, Integer> PASSING = ShapedQuery.prepare("bill.estimate",
            (sql, in, when) -> sql.select(DSL.inline(1)).from(BILL).where(BillConditions.of(when)),
            columns -> row -> 1);

    private BillCounts() {}

    static BillCount count(ReadSession session, BillFilter filter, BillCount.Way way) {
        return switch (way) {
            case EXACT -> new BillCount(count(session, filter, NO_LIMIT), BillCount.Precision.EXACT);
            case BOUNDED -> bounded(count(session, filter, BillRepository.MAXIMUM_BOUNDED_COUNT + 1L));
            case ESTIMATED -> {
                Counting counting = new Counting(filter, NO_LIMIT);
                yield new BillCount(PASSING.shape(counting).estimate(session, counting),
                        BillCount.Precision.ESTIMATED);
            }
        };
    }

    private static BillCount bounded(long counted) {
        return counted > BillRepository.MAXIMUM_BOUNDED_COUNT
                ? new BillCount(BillRepository.MAXIMUM_BOUNDED_COUNT, BillCount.Precision.AT_LEAST)
                : new BillCount(counted, BillCount.Precision.EXACT);
    }

    private static long count(ReadSession session, BillFilter filter, long limit) {
        return COUNT.list(session, new Counting(filter, limit)).getFirst();
    }

    /**
     * What is counted.
     *
     * @param filter which bills
     * @param limit where to stop
     */
    record Counting(BillFilter filter, long limit) implements Filtered {}
}
