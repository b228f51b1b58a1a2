package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_ENGAGEMENT;
import static org.mswada.db.generated.Tables.TRACKING;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.PreparedQuery;
import org.mswada.db.query.RowMapper;
import org.mswada.domain.bill.BillEngagement;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.EngagementDelta;

/** How counters are read and moved. */
final class BillEngagements {
    /**
     * Counted where it is stored: a counter would have to move wherever a user, a bill or a tracking goes. The column of this
     * name in {@code bill_engagement} is of the release before, which still names it; nothing reads it any more.
     */
    private static final Field<Integer> TRACKERS = DSL.field(
            DSL.select(DSL.count()).from(TRACKING).where(TRACKING.BILL_ID.eq(BILL.ID))).as("trackers");

    static final PreparedQuery<Collection<BillId>, OfBill<BillEngagement>> OF_BILLS = prepare("bill.engagement",
            (sql, in) -> sql
                    .select(BILL.ID, BILL_ENGAGEMENT.VIEWS, BILL_ENGAGEMENT.COMMENTS, BILL_ENGAGEMENT.SHARES,
                            BILL_ENGAGEMENT.BOOKMARKS, BILL_ENGAGEMENT.VOTES_FOR, BILL_ENGAGEMENT.VOTES_AGAINST,
                            BILL_ENGAGEMENT.VOTES_NEUTRAL, BILL_ENGAGEMENT.SCORE, TRACKERS)
                    .from(BILL)
                    .leftJoin(BILL_ENGAGEMENT).on(BILL_ENGAGEMENT.BILL_ID.eq(BILL.ID))
                    .where(BILL.ID.eq(in.anyOf(BILL.ID, bills -> bills)))
                    .and(BILL.DELETED_AT.isNull())
                    .and(BILL_ENGAGEMENT.BILL_ID.isNotNull().or(DSL.exists(
                            DSL.selectOne().from(TRACKING).where(TRACKING.BILL_ID.eq(BILL.ID))))),
            BillEngagements::engagement);

    static final PreparedQuery<Integer, BillOverview> MOST_ENGAGED = prepare("bill.most-engaged",
            (sql, in) -> sql.select(BillColumns.OF_OVERVIEW)
                    .from(BILL_ENGAGEMENT)
                    .join(BillQueries.BILLS).on(BILL.ID.eq(BILL_ENGAGEMENT.BILL_ID))
                    .where(BILL.DELETED_AT.isNull())
                    .orderBy(BILL_ENGAGEMENT.SCORE.desc(), BILL_ENGAGEMENT.BILL_ID.desc())
                    .limit(in.limit(Integer::longValue)),
            BillColumns::overview);

    /**
     * Rows that are there are locked in the order of the id and then moved; for the others one is stored, to which whoever
     * stores the same at once adds. What is below zero is looked at on the row as it is when it is moved.
     */
    static final String MERGE = """
            with given as materialized (
                select given.* from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}) as given (bill_id, views, \
            comments, shares, bookmarks, votes_for, votes_against, votes_neutral)
                join bill on bill.id = given.bill_id and bill.deleted_at is null),
            present as materialized (
                select bill_id from bill_engagement where bill_id = any (array(select bill_id from given))
                order by bill_id for no key update),
            moved as (
                update bill_engagement set %1$s
                from given join present on present.bill_id = given.bill_id
                where bill_engagement.bill_id = given.bill_id and least(%2$s) >= 0
                returning bill_engagement.bill_id),
            begun as (
                insert into bill_engagement (bill_id, %3$s)
                select bill_id, %3$s
                from given
                where not exists (select from present where present.bill_id = given.bill_id) and least(%3$s) >= 0
                order by bill_id
                on conflict (bill_id) do update set %4$s
                where least(%5$s) >= 0
                returning bill_id)
            select bill_id, bill_id in (select bill_id from moved union all select bill_id from begun) as is_moved
            from given""".formatted(each("%1$s = bill_engagement.%1$s + given.%1$s"),
            each("bill_engagement.%1$s + given.%1$s"), each("%1$s"),
            each("%1$s = bill_engagement.%1$s + excluded.%1$s"), each("bill_engagement.%1$s + excluded.%1$s"));

    private BillEngagements() {}

    private static String each(String said) {
        return Stream.of("views", "comments", "shares", "bookmarks", "votes_for", "votes_against", "votes_neutral")
                .map(said::formatted).collect(Collectors.joining(", "));
    }

    private static RowMapper<OfBill<BillEngagement>> engagement(Columns columns) {
        Column<BillId> bill = columns.of(BILL.ID);
        RowMapper<EngagementDelta> counters = counters(columns);
        Column<Integer> trackers = columns.of(TRACKERS);
        Column<@Nullable BigDecimal> score = columns.nullable(BILL_ENGAGEMENT.SCORE);
        return row -> {
            BigDecimal counted = row.get(score);
            return new OfBill<>(row.get(bill), counted == null
                    ? new BillEngagement(EngagementDelta.NONE, row.get(trackers), BigDecimal.ZERO)
                    : new BillEngagement(counters.map(row), row.get(trackers), counted));
        };
    }

    private static RowMapper<EngagementDelta> counters(Columns columns) {
        Column<Long> views = columns.of(BILL_ENGAGEMENT.VIEWS);
        Column<Long> comments = columns.of(BILL_ENGAGEMENT.COMMENTS);
        Column<Long> shares = columns.of(BILL_ENGAGEMENT.SHARES);
        Column<Long> bookmarks = columns.of(BILL_ENGAGEMENT.BOOKMARKS);
        Column<Long> votesFor = columns.of(BILL_ENGAGEMENT.VOTES_FOR);
        Column<Long> votesAgainst = columns.of(BILL_ENGAGEMENT.VOTES_AGAINST);
        Column<Long> votesNeutral = columns.of(BILL_ENGAGEMENT.VOTES_NEUTRAL);
        return row -> new EngagementDelta(row.get(views), row.get(comments), row.get(shares), row.get(bookmarks),
                row.get(votesFor), row.get(votesAgainst), row.get(votesNeutral));
    }
}
