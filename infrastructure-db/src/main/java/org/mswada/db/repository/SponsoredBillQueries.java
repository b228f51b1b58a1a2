package org.mswada.db.repository;

import static org.jooq.impl.DSL.row;
import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.SPONSORSHIP;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.RowMapper;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsorship.SponsoredBill;

/** How what sponsors support is found. */
final class SponsoredBillQueries {
    static final ShapedQuery<OfOne, SponsoredBill> BILLS = ShapedQuery.prepare("sponsor.bills",
            (sql, in, when) -> sql
                    .select(BILL.ID, SPONSORSHIP.ORDINAL, SPONSORSHIP.ROLE, BILL.INTRODUCED_ON, SPONSORSHIP.JOINED_ON,
                            SPONSORSHIP.WITHDRAWN_ON)
                    .from(SPONSORSHIP)
                    .join(BILL).on(BILL.ID.eq(SPONSORSHIP.BILL_ID))
                    .where(SPONSORSHIP.SPONSOR_ID.eq(in.value(SPONSORSHIP.SPONSOR_ID, OfOne::sponsor)))
                    .and(BILL.DELETED_AT.isNull())
                    .and(when.given(OfOne::role, role -> SPONSORSHIP.ROLE.eq(role.value(SPONSORSHIP.ROLE, it -> it))))
                    .and(when.given(OfOne::after, after -> row(BILL.INTRODUCED_ON, BILL.ID, SPONSORSHIP.ORDINAL)
                            .lessThan(after.value(BILL.INTRODUCED_ON, SponsoredBill::introducedOn),
                                    after.value(BILL.ID, SponsoredBill::bill),
                                    after.value(SPONSORSHIP.ORDINAL, SponsoredBill::ordinal))))
                    .orderBy(BILL.INTRODUCED_ON.desc(), BILL.ID.desc(), SPONSORSHIP.ORDINAL.desc())
                    .limit(in.limit(OfOne::rows)),
            SponsoredBillQueries::sponsored);

    private SponsoredBillQueries() {}

    private static RowMapper<SponsoredBill> sponsored(Columns columns) {
        Column<BillId> bill = columns.of(BILL.ID);
        Column<Integer> ordinal = columns.of(SPONSORSHIP.ORDINAL);
        Column<SponsorshipRole> role = columns.of(SPONSORSHIP.ROLE);
        Column<LocalDate> introducedOn = columns.of(BILL.INTRODUCED_ON);
        Column<@Nullable LocalDate> joinedOn = columns.nullable(SPONSORSHIP.JOINED_ON);
        Column<@Nullable LocalDate> withdrawnOn = columns.nullable(SPONSORSHIP.WITHDRAWN_ON);
        return row -> new SponsoredBill(row.get(bill), row.get(ordinal), row.get(role), row.get(introducedOn),
                row.get(joinedOn), row.get(withdrawnOn));
    }

    /** One sponsor's bills; a part that is null does not restrict. */
    record OfOne(SponsorId sponsor, @Nullable SponsorshipRole role, @Nullable SponsoredBill after, int rows) {}
}
