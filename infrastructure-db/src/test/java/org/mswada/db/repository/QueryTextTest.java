package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_ACTION;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.db.query.PreparedQuery;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.user.UserId;

/** The texts of queries: no database is needed to read them. */
final class QueryTextTest {
    private static final BillId ID = new BillId(new UUID(0, 1));
    private static final LocalDate DAY = LocalDate.of(2025, 3, 10);
    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    @Test
    void a_text_is_what_jooq_makes_of_the_same_query_with_values() {
        assertThat(BillQueries.FIND_BY_ID.text()).isEqualTo(rendered(SQL.select(BillColumns.OF_BILL)
                .from(BILL.join(LEGISLATIVE_SESSION).on(LEGISLATIVE_SESSION.ID.eq(BILL.SESSION_ID))
                        .join(JURISDICTION).on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID)))
                .where(BILL.ID.eq(ID)).and(BILL.DELETED_AT.isNull())));
        assertThat(BillChildQueries.ACTIONS.text()).isEqualTo(rendered(SQL
                .select(BILL_ACTION.BILL_ID, BILL_ACTION.SEQUENCE, BILL_ACTION.OCCURRED_ON, BILL_ACTION.OCCURRED_AT,
                        BILL_ACTION.TEXT, BILL_ACTION.CLASSES, BILL_ACTION.ASSERTED_STATUS)
                .from(BILL_ACTION).where(BILL_ACTION.BILL_ID.eq(DSL.any(ID, ID)))
                .orderBy(BILL_ACTION.BILL_ID, BILL_ACTION.SEQUENCE)));
        assertThat(list(HotQueries.EVERY_FILTER, true).text()).isEqualTo(rendered(SQL
                .select(BillColumns.OF_OVERVIEW)
                .from(BILL.join(LEGISLATIVE_SESSION).on(LEGISLATIVE_SESSION.ID.eq(BILL.SESSION_ID))
                        .join(JURISDICTION).on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID)))
                .where(BILL.DELETED_AT.isNull(), BILL.SESSION_ID.eq(DSL.select(LEGISLATIVE_SESSION.ID)
                        .from(LEGISLATIVE_SESSION).join(JURISDICTION)
                        .on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID))
                        .where(JURISDICTION.CODE.eq(HotQueries.EVERY_FILTER.jurisdiction()),
                                LEGISLATIVE_SESSION.IDENTIFIER.eq(HotQueries.EVERY_FILTER.session()))),
                        BILL.STATUS.eq(DSL.any(BillStatus.ENACTED)),
                        BILL.ORIGIN_CHAMBER.eq(HotQueries.EVERY_FILTER.chamber()),
                        DSL.row(BILL.INTRODUCED_ON, BILL.ID).lessThan(DAY, ID))
                .orderBy(BILL.INTRODUCED_ON.desc(), BILL.ID.desc()).limit(HotQueries.LIMIT)));
    }

    @ParameterizedTest
    @CsvSource({"INTRODUCED, introduced_on, <, desc", "INTRODUCED_OLDEST_FIRST, introduced_on, >, asc",
            "LATEST_ACTION, active_on, <, desc", "LATEST_ACTION_OLDEST_FIRST, active_on, >, asc",
            "STATUS_SINCE, status_since, <, desc", "STATUS_SINCE_OLDEST_FIRST, status_since, >, asc",
            "UPDATED, updated_at, <, desc", "UPDATED_OLDEST_FIRST, updated_at, >, asc"})
    void a_page_of_each_sort_begins_after_a_row_value_and_ends_by_a_parameter(BillSort sort, String key,
            String comparison, String direction) {
        for (BillFilter filter : List.of(BillFilter.ALL, HotQueries.EVERY_FILTER)) {
            String text = BillLists.of(sort).shape(BillListing.of(filter, after(filter), HotQueries.LIMIT)).text();
            assertThat(text).contains("(\"bill\".\"%s\", \"bill\".\"id\") %s (".formatted(key, comparison))
                    .endsWith("order by \"bill\".\"%s\" %s, \"bill\".\"id\" %s fetch next ? rows only".formatted(key,
                            direction, direction))
                    .doesNotContain(" or ").doesNotContain("nulls");
        }
    }

    @Test
    void every_sort_there_is_has_a_text_of_its_own() {
        assertThat(Arrays.stream(BillSort.values()).map(sort -> BillLists.of(sort)
                .shape(BillListing.of(BillFilter.ALL, after(BillFilter.ALL), HotQueries.LIMIT)).text()))
                .doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void a_page_of_people_begins_after_a_row_value() {
        assertThat(SponsorDirectoryQueries.LIST.samples()).hasSize(8).allSatisfy(query -> assertThat(query.text())
                .contains("(\"sponsor\".\"sort_name\", \"sponsor\".\"id\") > (").doesNotContain(" or ")
                .endsWith("order by \"sponsor\".\"sort_name\", \"sponsor\".\"id\" fetch next ? rows only"));
        assertThat(SponsoredBillQueries.BILLS.samples()).hasSize(4).last().satisfies(
                query -> assertThat(query.text()).contains("(\"bill\".\"introduced_on\", \"bill\".\"id\", "
                        + "\"sponsorship\".\"ordinal\") < ("));
    }

    @Test
    void what_somebody_follows_is_found_before_the_bills_and_by_one_user_only() {
        BillFilter filter = BillFilter.builder().trackedBy(new UserId(new UUID(0, 1))).build();
        Searching searching = new Searching("water", filter);
        assertThat(List.of(list(filter, false), list(filter, true),
                BillCounts.COUNT.shape(new BillCounts.Counting(filter, 1)),
                BillCounts.PASSING.shape(new BillCounts.Counting(filter, 1)), BillSearch.EXPECTED.shape(searching),
                BillSearch.FEW.shape(searching), BillSearch.MANY.shape(searching),
                BillSearchPages.BY_NUMBER.shape(new BillSearchPages.Numbered("HR1", filter, 1))))
                .allSatisfy(query -> assertThat(query.text())
                        .containsOnlyOnce("\"bill\".\"id\" = any (array(select \"tracking\".\"bill_id\" "
                                + "from \"tracking\" where (\"tracking\".\"user_id\" = cast(? as uuid) "
                                + "and \"tracking\".\"bill_id\" is not null)))"));
        assertThat(list(BillFilter.ALL, true).text()).doesNotContain("tracking");
    }

    @Test
    void no_text_skips_rows_or_takes_every_column() {
        assertThat(HotQueries.inEveryShape()).hasSizeGreaterThan(32).allSatisfy(query -> assertThat(query.text())
                .doesNotContain("offset").doesNotContain("select *").doesNotContain(".*"));
    }

    private static PreparedQuery<BillListing, ?> list(BillFilter filter, boolean further) {
        return BillLists.of(BillSort.INTRODUCED)
                .shape(BillListing.of(filter, further ? after(filter) : null, HotQueries.LIMIT));
    }

    private static BillCursor after(BillFilter filter) {
        return new BillCursor(BillSort.INTRODUCED, filter.fingerprint(), DAY.toEpochDay(), ID);
    }

    private static String rendered(Select<?> query) {
        return query.getSQL();
    }
}
