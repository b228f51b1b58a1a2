package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.db.execution.TestSession;
import org.mswada.domain.bill.BillCount;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.DateRange;
import org.mswada.domain.bill.SearchPage;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.support.testdatabase.TestDatabase;

/** How the server finds what is listed and searched among twenty thousand bills: what it would do among many more. */
final class BillPlansTest {
    private static final int BILLS = 20_000;
    private static final int USERS = 5_000;
    private static final String USER = GeneratedBills.FOLLOWER.value().toString();
    private static final BillFilter TRACKED = BillFilter.builder().trackedBy(GeneratedBills.FOLLOWER).build();
    private static final BillFilter SESSION = BillFilter.builder().jurisdiction(new JurisdictionCode("xx"))
            .session(new SessionIdentifier("4")).build();
    private static final Map<BillSort, String> INDEXES = Map.of(BillSort.INTRODUCED, "bill_introduced_on_idx",
            BillSort.INTRODUCED_OLDEST_FIRST, "bill_introduced_on_idx", BillSort.LATEST_ACTION, "bill_active_on_idx",
            BillSort.LATEST_ACTION_OLDEST_FIRST, "bill_active_on_idx", BillSort.STATUS_SINCE, "bill_status_since_idx",
            BillSort.STATUS_SINCE_OLDEST_FIRST, "bill_status_since_idx", BillSort.UPDATED, "bill_updated_at_idx",
            BillSort.UPDATED_OLDEST_FIRST, "bill_updated_at_idx");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @BeforeAll
    static void make() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            GeneratedBills.make(connection, BILLS);
            GeneratedBills.follow(connection, USERS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_page_of_each_sort_is_one_range_of_its_index(BillSort sort) throws SQLException {
        BillListing.After place = new BillListing.After(sort.isByMoment() ? 1_767_229_200_000_000L : 14_000,
                new BillId(new UUID(0, 0)));
        BillListing listing = new BillListing(BillFilter.ALL, place, 51);

        String plan = plan(BillLists.of(sort).shape(listing).text(),
                sort.isByMoment() ? place.moment().toString() : place.day().toString(), place.id().value().toString(),
                "51");

        assertThat(plan).contains(INDEXES.get(sort)).contains("Index Cond: (ROW(").doesNotContain("Sort")
                .doesNotContain("Seq Scan on bill");
    }

    /** The control: written as an OR of comparisons the same place is a filter over the whole index. */
    @Test
    void control_an_or_of_comparisons_is_no_range_of_the_index() throws SQLException {
        assertThat(plan("""
                select id from bill where deleted_at is null and (introduced_on < ? or (introduced_on = ? and id < ?))
                order by introduced_on desc, id desc fetch next ? rows only""", "2010-01-01", "2010-01-01",
                new UUID(0, 0).toString(), "51")).doesNotContain("ROW(").contains("Filter: ");
    }

    @Test
    void a_page_of_one_session_is_one_range_of_the_index_that_begins_with_it() throws SQLException {
        BillListing listing = new BillListing(SESSION, new BillListing.After(14_000, new BillId(new UUID(0, 0))), 51);

        String plan = plan(BillLists.of(BillSort.INTRODUCED).shape(listing).text(), "xx", "4", "2008-05-01",
                new UUID(0, 0).toString(), "51");

        assertThat(plan).contains("bill_session_id_introduced_on_idx").doesNotContain("Sort");
    }

    @ParameterizedTest
    @EnumSource
    void what_somebody_follows_is_found_by_the_user_and_then_each_bill_by_its_id(BillSort sort) throws SQLException {
        String plan = plan(BillLists.of(sort).shape(new BillListing(TRACKED, null, 51)).text(), USER, "51");

        assertThat(plan).contains("tracking_user_id_idx", "bill_pkey").doesNotContain("tracking_bill_id_idx")
                .doesNotContain("Seq Scan on bill");
    }

    @Test
    void what_somebody_follows_is_counted_and_searched_without_a_look_at_other_followers() throws SQLException {
        String number = BillSearchPages.BY_NUMBER.shape(new BillSearchPages.Numbered("HR1", TRACKED, 20)).text();
        String words = BillSearch.FEW.shape(new Searching(GeneratedBills.COMMONEST, TRACKED)).text();

        for (String plan : List.of(plan(number, "HR1", USER, "20"),
                plan(words, GeneratedBills.COMMONEST, USER, GeneratedBills.COMMONEST),
                plan(BillCounts.COUNT.shape(new BillCounts.Counting(TRACKED, 9)).text(), USER, "9"))) {
            assertThat(plan).contains("tracking_user_id_idx").doesNotContain("tracking_bill_id_idx")
                    .doesNotContain("Seq Scan on bill");
        }
    }

    /** The control: by a semi-join, one who follows many bills is looked for among all who follow the bill. */
    @Test
    void control_a_semi_join_looks_through_all_followers_of_a_bill() throws SQLException {
        assertThat(plan("""
                select id from bill where identifier_normalized = ? and exists (
                    select 1 from tracking where tracking.bill_id = bill.id and tracking.user_id = ?)""", "HR1", USER))
                .contains("tracking_bill_id_idx");
    }

    @ParameterizedTest
    @ValueSource(strings = {GeneratedBills.RARE, GeneratedBills.ONE_PERCENT, GeneratedBills.NOWHERE})
    void words_that_are_not_common_are_found_by_the_index_of_words(String word) throws SQLException {
        assertThat(plan(BillSearch.FEW.shape(new Searching(word, BillFilter.ALL)).text(), word, word))
                .contains("bill_search_idx");
    }

    @Test
    void the_newest_bills_with_a_common_word_are_found_by_walking_the_newest() throws SQLException {
        assertThat(plan(BillSearch.MANY.shape(new Searching(GeneratedBills.COMMONEST, BillFilter.ALL)).text(),
                GeneratedBills.COMMONEST, GeneratedBills.COMMONEST)).contains("bill_introduced_on_idx")
                .doesNotContain("Sort");
    }

    @Test
    void a_common_word_in_one_session_or_some_days_is_looked_for_in_one_range_of_an_index() throws SQLException {
        BillFilter days = BillFilter.builder().introduced(new DateRange(null, LocalDate.of(2005, 12, 31))).build();

        String ofSession = plan(BillSearch.MANY.shape(new Searching("act", SESSION)).text(), "act", "xx", "4", "act");
        String ofDays = plan(BillSearch.MANY.shape(new Searching("act", days)).text(), "act", "0001-01-01",
                "2005-12-31", "act");

        assertThat(ofSession).contains("bill_session_id_introduced_on_idx").doesNotContain("Sort");
        assertThat(ofDays).contains("bill_introduced_on_idx").contains("Index Cond: ((introduced_on >=")
                .doesNotContain("Sort");
    }

    @Test
    void of_many_matches_the_newest_are_ranked_and_the_page_says_so() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SearchPage all = search(connection, GeneratedBills.COMMONEST);
            assertThat(all.complete()).isTrue();
            assertThat(all.ranked()).isEqualTo(BILLS / 5);
            // Every bill is an act.
            SearchPage many = search(connection, "act");
            assertThat(many.complete()).isFalse();
            assertThat(many.ranked()).isEqualTo(SearchLimits.USUAL.newest());
            assertThat(many.facets().get(SearchPage.Facet.STATUS).stream().mapToLong(SearchPage.FacetCount::bills)
                    .sum()).isEqualTo(SearchLimits.USUAL.newest());
            assertThat(search(connection, GeneratedBills.RARE).ranked()).isEqualTo(20);
        }
    }

    @Test
    void a_count_is_exact_stops_where_it_is_bounded_and_is_near_where_it_is_estimated() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(count(connection, BillFilter.ALL, BillCount.Way.EXACT))
                    .isEqualTo(new BillCount(BILLS, BillCount.Precision.EXACT));
            assertThat(count(connection, BillFilter.ALL, BillCount.Way.BOUNDED)).isEqualTo(
                    new BillCount(BillRepository.MAXIMUM_BOUNDED_COUNT, BillCount.Precision.AT_LEAST));
            assertThat(count(connection, BillFilter.ALL, BillCount.Way.ESTIMATED).value()).isBetween(BILLS * 9L / 10,
                    BILLS * 11L / 10);
        }
    }

    private static BillCount count(Connection connection, BillFilter filter, BillCount.Way way) {
        return new JooqBillRepository().count(TestSession.on(connection), filter, way);
    }

    private static SearchPage search(Connection connection, String text) {
        return new JooqBillSearchRepository().search(TestSession.on(connection), text, BillFilter.ALL, null, 20);
    }

    private static String plan(String text, String... values) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement untyped = connection.createStatement();
                PreparedStatement explain = connection.prepareStatement("explain " + text)) {
            untyped.execute("set jit = off");
            for (int place = 0; place < values.length; place++) {
                // As of unknown type, so that the server takes that of the column.
                explain.setObject(place + 1, values[place], Types.OTHER);
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
