package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_ENGAGEMENT;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.math.BigDecimal;
import java.util.Collection;
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
    static final PreparedQuery<Collection<BillId>, OfBill<BillEngagement>> OF_BILLS = prepare("bill.engagement",
            (sql, in) -> sql
                    .select(BILL_ENGAGEMENT.BILL_ID, BILL_ENGAGEMENT.VIEWS, BILL_ENGAGEMENT.COMMENTS,
                            BILL_ENGAGEMENT.SHARES, BILL_ENGAGEMENT.BOOKMARKS, BILL_ENGAGEMENT.VOTES_FOR,
                            BILL_ENGAGEMENT.VOTES_AGAINST, BILL_ENGAGEMENT.VOTES_NEUTRAL, BILL_ENGAGEMENT.TRACKERS,
                            BILL_ENGAGEMENT.SCORE)
                    .from(BILL_ENGAGEMENT)
                    .where(BILL_ENGAGEMENT.BILL_ID.eq(in.anyOf(BILL_ENGAGEMENT.BILL_ID, bills -> bills))),
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
     * stores the same at once adds. A first move cannot go below zero, a later one can take back.
     */
    static final String MERGE = """
            with given as materialized (
                select given.* from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}) as given (bill_id, views, \
            comments, shares, bookmarks, votes_for, votes_against, votes_neutral, trackers)
                join bill on bill.id = given.bill_id and bill.deleted_at is null),
            present as materialized (
                select bill_id from bill_engagement where bill_id = any (array(select bill_id from given))
                order by bill_id for no key update),
            moved as (
                update bill_engagement set views = bill_engagement.views + given.views,
                    comments = bill_engagement.comments + given.comments,
                    shares = bill_engagement.shares + given.shares,
                    bookmarks = bill_engagement.bookmarks + given.bookmarks,
                    votes_for = bill_engagement.votes_for + given.votes_for,
                    votes_against = bill_engagement.votes_against + given.votes_against,
                    votes_neutral = bill_engagement.votes_neutral + given.votes_neutral,
                    trackers = bill_engagement.trackers + given.trackers
                from given join present on present.bill_id = given.bill_id
                where bill_engagement.bill_id = given.bill_id
                returning bill_engagement.bill_id),
            begun as (
                insert into bill_engagement (bill_id, views, comments, shares, bookmarks, votes_for, votes_against, \
            votes_neutral, trackers)
                select bill_id, views, comments, shares, bookmarks, votes_for, votes_against, votes_neutral, trackers
                from given where not exists (select from present where present.bill_id = given.bill_id)
                order by bill_id
                on conflict (bill_id) do update set views = bill_engagement.views + excluded.views,
                    comments = bill_engagement.comments + excluded.comments,
                    shares = bill_engagement.shares + excluded.shares,
                    bookmarks = bill_engagement.bookmarks + excluded.bookmarks,
                    votes_for = bill_engagement.votes_for + excluded.votes_for,
                    votes_against = bill_engagement.votes_against + excluded.votes_against,
                    votes_neutral = bill_engagement.votes_neutral + excluded.votes_neutral,
                    trackers = bill_engagement.trackers + excluded.trackers
                returning bill_id)
            select (select count(*) from moved) + (select count(*) from begun)""";

    private BillEngagements() {}

    private static RowMapper<OfBill<BillEngagement>> engagement(Columns columns) {
        Column<BillId> bill = columns.of(BILL_ENGAGEMENT.BILL_ID);
        RowMapper<EngagementDelta> counters = counters(columns);
        Column<BigDecimal> score = columns.of(BILL_ENGAGEMENT.SCORE);
        return row -> new OfBill<>(row.get(bill), new BillEngagement(counters.map(row), row.get(score)));
    }

    private static RowMapper<EngagementDelta> counters(Columns columns) {
        Column<Long> views = columns.of(BILL_ENGAGEMENT.VIEWS);
        Column<Long> comments = columns.of(BILL_ENGAGEMENT.COMMENTS);
        Column<Long> shares = columns.of(BILL_ENGAGEMENT.SHARES);
        Column<Long> bookmarks = columns.of(BILL_ENGAGEMENT.BOOKMARKS);
        Column<Long> votesFor = columns.of(BILL_ENGAGEMENT.VOTES_FOR);
        Column<Long> votesAgainst = columns.of(BILL_ENGAGEMENT.VOTES_AGAINST);
        Column<Long> votesNeutral = columns.of(BILL_ENGAGEMENT.VOTES_NEUTRAL);
        Column<Long> trackers = columns.of(BILL_ENGAGEMENT.TRACKERS);
        return row -> new EngagementDelta(row.get(views), row.get(comments), row.get(shares), row.get(bookmarks),
                row.get(votesFor), row.get(votesAgainst), row.get(votesNeutral), row.get(trackers));
    }
}
