package org.mswada.db.repository;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.mswada.db.generated.Tables.BILL;

import java.util.Comparator;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.RowMapper;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.SearchCursor;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.SessionId;

/**
 * A bill that matches a search, with what it is counted by.
 *
 * @param id the bill
 * @param rank how well it fits
 * @param status its status
 * @param classification its classification
 * @param chamber where it was introduced
 * @param session its session
 * @param matches how many bills match, as far as they were looked at
 */
record Match(BillId id, float rank, BillStatus status, BillClassification classification, Chamber chamber,
        SessionId session, int matches) {
    static final Field<Float> RANK = field(name("rank"), SQLDataType.REAL);

    /** Of equally good ones the newest first, for ids are ordered by time. */
    static final Comparator<Match> BEST_FIRST = (one, other) -> compare(one.rank, one.id, other.rank, other.id);

    /** Returns whether its place is after that one. */
    boolean isAfter(SearchCursor place) {
        return compare(rank, id, place.rank(), place.id()) > 0;
    }

    private static int compare(float rank, BillId id, float otherRank, BillId other) {
        int byRank = Float.compare(otherRank, rank);
        return byRank != 0 ? byRank : other.value().toString().compareTo(id.value().toString());
    }

    static RowMapper<Match> of(Columns columns, Field<Integer> matches) {
        Column<BillId> id = columns.of(BILL.ID);
        Column<Float> rank = columns.of(columns.named(RANK));
        Column<BillStatus> status = columns.of(BILL.STATUS);
        Column<BillClassification> classification = columns.of(BILL.CLASSIFICATION);
        Column<Chamber> chamber = columns.of(BILL.ORIGIN_CHAMBER);
        Column<SessionId> session = columns.of(BILL.SESSION_ID);
        Column<Integer> counted = columns.of(columns.named(matches));
        return row -> new Match(row.get(id), row.get(rank), row.get(status), row.get(classification),
                row.get(chamber), row.get(session), row.get(counted));
    }
}
