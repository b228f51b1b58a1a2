package org.mswada.db.repository;

import static org.jooq.impl.DSL.row;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.SPONSOR;
import static org.mswada.db.generated.Tables.SPONSOR_MEMBERSHIP;
import static org.mswada.db.generated.Tables.SPONSOR_METRICS;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.PreparedQuery;
import org.mswada.db.query.RowMapper;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.SponsorCursor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorMetrics;
import org.mswada.domain.sponsor.SponsorOverview;

/** How sponsors are found by what they are, and what they do. */
final class SponsorDirectoryQueries {
    /** After a cursor by a row value, not by an OR of comparisons: only this form is one range of the index. */
    static final ShapedQuery<SponsorListing, Placed> LIST = ShapedQuery.prepare("sponsor.list",
            (sql, in, when) -> sql
                    .select(Stream.concat(SponsorColumns.OF_OVERVIEW.stream(), Stream.of(SPONSOR.SORT_NAME)).toList())
                    .from(SPONSOR)
                    .join(JURISDICTION).on(JURISDICTION.ID.eq(SPONSOR.JURISDICTION_ID))
                    .where(row(SPONSOR.SORT_NAME, SPONSOR.ID).greaterThan(
                            in.value(SPONSOR.SORT_NAME, listing -> listing.after().sortName()),
                            in.value(SPONSOR.ID, listing -> listing.after().id())))
                    .and(when.given(SponsorListing::jurisdiction,
                            code -> JURISDICTION.CODE.eq(code.value(JURISDICTION.CODE, it -> it))))
                    .and(when.given(SponsorListing::party,
                            party -> SPONSOR.PARTY.eq(party.value(SPONSOR.PARTY, it -> it))))
                    .and(when.given(SponsorListing::district,
                            district -> SPONSOR.DISTRICT.eq(district.value(SPONSOR.DISTRICT, it -> it))))
                    .and(when.given(SponsorListing::chamber,
                            chamber -> SPONSOR.CHAMBER.eq(chamber.value(SPONSOR.CHAMBER, it -> it))))
                    .and(when.given(SponsorListing::active,
                            active -> SPONSOR.ACTIVE.eq(active.value(SPONSOR.ACTIVE, it -> it))))
                    .and(when.given(SponsorListing::servedOn, day -> DSL.exists(DSL.selectOne()
                            .from(SPONSOR_MEMBERSHIP)
                            .where(SPONSOR_MEMBERSHIP.SPONSOR_ID.eq(SPONSOR.ID))
                            .and(lastsOn(day.value(SPONSOR_MEMBERSHIP.START_DATE, it -> it),
                                    day.value(SPONSOR_MEMBERSHIP.END_DATE, it -> it))))))
                    .orderBy(SPONSOR.SORT_NAME, SPONSOR.ID)
                    .limit(in.limit(SponsorListing::rows)),
            SponsorDirectoryQueries::placed);

    static final PreparedQuery<OnDay, OfSponsor<Membership>> MEMBERSHIPS_AT = prepare("sponsor.memberships-at",
            (sql, in) -> sql.select(SponsorColumns.OF_MEMBERSHIP)
                    .from(SPONSOR_MEMBERSHIP)
                    .where(SPONSOR_MEMBERSHIP.SPONSOR_ID
                            .eq(in.anyOf(SPONSOR_MEMBERSHIP.SPONSOR_ID, OnDay::sponsors)))
                    .and(lastsOn(in.value(SPONSOR_MEMBERSHIP.START_DATE, OnDay::day),
                            in.value(SPONSOR_MEMBERSHIP.END_DATE, OnDay::day)))
                    .orderBy(SPONSOR_MEMBERSHIP.SPONSOR_ID, SPONSOR_MEMBERSHIP.START_DATE,
                            SPONSOR_MEMBERSHIP.ORGANIZATION),
            SponsorColumns::membership);

    static final PreparedQuery<Collection<SponsorId>, OfSponsor<SponsorMetrics>> METRICS = prepare("sponsor.metrics",
            (sql, in) -> sql
                    .select(SPONSOR_METRICS.SPONSOR_ID, SPONSOR_METRICS.SPONSORED, SPONSOR_METRICS.COSPONSORED,
                            SPONSOR_METRICS.ENACTED, SPONSOR_METRICS.COMPUTED_AT)
                    .from(SPONSOR_METRICS)
                    .where(SPONSOR_METRICS.SPONSOR_ID.eq(in.anyOf(SPONSOR_METRICS.SPONSOR_ID, ids -> ids))),
            SponsorDirectoryQueries::metrics);

    private SponsorDirectoryQueries() {}

    private static Condition lastsOn(Param<LocalDate> start, Param<LocalDate> end) {
        return SPONSOR_MEMBERSHIP.START_DATE.le(start)
                .and(DSL.coalesce(SPONSOR_MEMBERSHIP.END_DATE, DSL.inline(LocalDate.of(9999, 12, 31))).ge(end));
    }

    private static RowMapper<Placed> placed(Columns columns) {
        RowMapper<SponsorOverview> overview = SponsorColumns.overview(columns);
        Column<String> sortName = columns.of(SPONSOR.SORT_NAME);
        return row -> new Placed(overview.map(row), row.get(sortName));
    }

    private static RowMapper<OfSponsor<SponsorMetrics>> metrics(Columns columns) {
        Column<SponsorId> sponsor = columns.of(SPONSOR_METRICS.SPONSOR_ID);
        Column<Integer> sponsored = columns.of(SPONSOR_METRICS.SPONSORED);
        Column<Integer> cosponsored = columns.of(SPONSOR_METRICS.COSPONSORED);
        Column<Integer> enacted = columns.of(SPONSOR_METRICS.ENACTED);
        Column<Instant> computedAt = columns.of(SPONSOR_METRICS.COMPUTED_AT);
        return row -> new OfSponsor<>(row.get(sponsor), new SponsorMetrics(row.get(sponsored), row.get(cosponsored),
                row.get(enacted), row.get(computedAt)));
    }

    /** A sponsor with its place in the list. */
    record Placed(SponsorOverview sponsor, String sortName) {
        SponsorCursor cursor() {
            return new SponsorCursor(sortName, sponsor.id());
        }
    }

    /** Some sponsors on a day. */
    record OnDay(Collection<SponsorId> sponsors, LocalDate day) {}
}
