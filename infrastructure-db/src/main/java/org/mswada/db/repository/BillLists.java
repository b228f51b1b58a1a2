package org.mswada.db.repository;

import static org.jooq.impl.DSL.row;
import static org.mswada.db.generated.Tables.BILL;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Row2;
import org.jooq.SortField;
import org.mswada.db.query.Parameters;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillSort;

/**
 * How lists of bills are read: along the index of their order, from the cursor on by a row value. Written as an OR of
 * comparisons it would not be one range of the index, and a deep page would cost what all pages before it cost.
 */
final class BillLists {
    private static final Map<BillSort, ShapedQuery<BillListing, BillOverview>> QUERIES = new EnumMap<>(BillSort.class);

    static {
        Arrays.stream(BillSort.values()).forEach(sort -> QUERIES.put(sort, query(sort)));
    }

    private BillLists() {}

    static ShapedQuery<BillListing, BillOverview> of(BillSort sort) {
        return Objects.requireNonNull(QUERIES.get(sort));
    }

    private static ShapedQuery<BillListing, BillOverview> query(BillSort sort) {
        return switch (sort) {
            case INTRODUCED, INTRODUCED_OLDEST_FIRST -> query(sort, BILL.INTRODUCED_ON, BillListing.After::day);
            case LATEST_ACTION, LATEST_ACTION_OLDEST_FIRST -> query(sort, BILL.ACTIVE_ON, BillListing.After::day);
            case STATUS_SINCE, STATUS_SINCE_OLDEST_FIRST -> query(sort, BILL.STATUS_SINCE, BillListing.After::day);
            case UPDATED, UPDATED_OLDEST_FIRST -> query(sort, BILL.UPDATED_AT, BillListing.After::moment);
        };
    }

    private static <K> ShapedQuery<BillListing, BillOverview> query(BillSort sort, Field<K> key,
            Function<BillListing.After, K> value) {
        return ShapedQuery.prepare("bill.list", (sql, in, when) -> sql.select(BillColumns.OF_OVERVIEW)
                .from(BillQueries.BILLS)
                .where(BillConditions.of(when))
                .and(when.given(BillListing::after, after -> follows(sort, key, after, value)))
                .orderBy(ordered(sort, key), ordered(sort, BILL.ID))
                .limit(in.limit(BillListing::rows)), BillColumns::overview);
    }

    private static <K> Condition follows(BillSort sort, Field<K> key, Parameters<BillListing.After> after,
            Function<BillListing.After, K> value) {
        Row2<K, BillId> place = row(key, BILL.ID);
        Param<K> afterKey = after.value(key, value);
        Param<BillId> afterId = after.value(BILL.ID, BillListing.After::id);
        return sort.isNewestFirst() ? place.lessThan(afterKey, afterId) : place.greaterThan(afterKey, afterId);
    }

    private static SortField<?> ordered(BillSort sort, Field<?> field) {
        return sort.isNewestFirst() ? field.desc() : field.asc();
    }
}
