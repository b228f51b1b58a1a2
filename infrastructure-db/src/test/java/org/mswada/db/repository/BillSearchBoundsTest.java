package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.db.execution.TestSession;
import org.mswada.domain.bill.BillCount;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillFilterBuilder;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.DateRange;
import org.mswada.domain.bill.SearchPage;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.ReadSession;
import org.mswada.support.testdatabase.TestDatabase;

/** A search looks at a part of very many bills, and never says that there is nothing where there is something. */
final class BillSearchBoundsTest {
    private static final int BILLS = 8_000;
    private static final SearchLimits LIMITS = new SearchLimits(100, 20, 400, 1_000, 1_000);
    private static final LocalDate OLD = LocalDate.of(2005, 12, 31);
    /** Every bill is an act. */
    private static final String EVERYWHERE = "act";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static Connection connection;
    private static ReadSession session;

    private final JooqBillRepository bills = new JooqBillRepository();
    private final JooqBillSearchRepository search = new JooqBillSearchRepository(new BillMatching(LIMITS));

    /** Two words of the oldest third, and two of the newest quarter: never one without the other. */
    @BeforeAll
    static void make() throws SQLException {
        connection = database.dataSource().getConnection();
        session = TestSession.on(connection);
        GeneratedBills.make(connection, BILLS);
        try (Statement statement = connection.createStatement()) {
            statement.execute("update bill set title = title || ' antiquity relic' where introduced_on < '2008-01-01'");
            statement.execute("update bill set title = title || ' novelty upstart' where introduced_on > '2018-06-01'");
            statement.execute("vacuum analyze bill");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    static Stream<UnaryOperator<BillFilterBuilder>> filters() {
        return Stream.of(filter -> filter,
                filter -> filter.introduced(new DateRange(null, OLD)),
                filter -> filter.introduced(new DateRange(LocalDate.of(2001, 1, 1), LocalDate.of(2002, 1, 1))),
                filter -> filter.jurisdiction(new JurisdictionCode("xx")).session(new SessionIdentifier("1")),
                filter -> filter.session(new SessionIdentifier("1")),
                filter -> filter.jurisdiction(new JurisdictionCode("xx")),
                filter -> filter.jurisdiction(new JurisdictionCode("yy")),
                filter -> filter.latestAction(new DateRange(null, OLD)),
                filter -> filter.latestAction(new DateRange(OLD.minusDays(20), OLD)),
                filter -> filter.chamber(Chamber.UPPER).statuses(Set.of(BillStatus.ENACTED)),
                filter -> filter.chamber(Chamber.UPPER).introduced(new DateRange(null, OLD)),
                filter -> filter.anySubject(Set.of("Subject 7")).latestAction(new DateRange(null, OLD)),
                filter -> filter.passed(BillStatus.ENACTED).statuses(Set.of(BillStatus.REPORTED)),
                filter -> filter.area("nowhere"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_word_of_every_bill_is_found_whatever_is_filtered(UnaryOperator<BillFilterBuilder> asked) {
        BillFilter filter = asked.apply(BillFilter.builder()).build();
        long passing = bills.count(session, filter, BillCount.Way.EXACT).value();

        SearchPage page = find(EVERYWHERE, filter);

        assertThat(page.complete()).isEqualTo(passing <= LIMITS.allUpTo());
        assertThat((long) page.ranked()).isEqualTo(page.complete() ? passing : LIMITS.newest());
        assertThat(page.hits()).hasSize(page.ranked());
        assertThat(page.facets().get(SearchPage.Facet.CHAMBER).stream().mapToLong(SearchPage.FacetCount::bills).sum())
                .isEqualTo(page.ranked());
    }

    @Test
    void of_days_and_sessions_however_old_the_newest_are_ranked() {
        for (UnaryOperator<BillFilterBuilder> asked : List.<UnaryOperator<BillFilterBuilder>>of(
                filter -> filter.introduced(new DateRange(null, OLD)),
                filter -> filter.jurisdiction(new JurisdictionCode("xx")).session(new SessionIdentifier("1")))) {
            BillFilter filter = asked.apply(BillFilter.builder()).build();

            assertThat(ids(find(EVERYWHERE, filter))).containsExactlyInAnyOrderElementsOf(newest(filter));
        }
    }

    @Test
    void a_common_word_that_no_new_bill_has_is_found() {
        SearchPage page = find("antiquity", BillFilter.ALL);

        assertThat(page.ranked()).isEqualTo(LIMITS.newest());
        assertThat(page.complete()).isFalse();
    }

    /** Words that are always together are expected to be together as rarely as any others. */
    @Test
    void more_matches_than_were_expected_are_found_the_newest_where_these_have_the_words() {
        assertThat(find("antiquity relic", BillFilter.ALL).ranked()).isEqualTo(LIMITS.newest());
        assertThat(find("antiquity relic", BillFilter.ALL).complete()).isFalse();

        SearchPage recent = find("novelty upstart", BillFilter.ALL);
        assertThat(recent.complete()).isFalse();
        assertThat(ids(recent)).containsExactlyInAnyOrderElementsOf(newest(BillFilter.ALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"" + GeneratedBills.COMMONEST + " act\"", "act -act", "\"relic antiquity\""})
    void where_many_were_expected_and_there_are_none_nothing_is_all_there_is(String text) {
        SearchPage page = find(text, BillFilter.ALL);

        assertThat(page.hits()).isEmpty();
        assertThat(page.complete()).isTrue();
    }

    private SearchPage find(String text, BillFilter filter) {
        return search.search(session, text, filter, null, LIMITS.allUpTo());
    }

    private List<BillId> newest(BillFilter filter) {
        return bills.list(session, filter, BillSort.INTRODUCED, null, LIMITS.newest()).items().stream()
                .map(BillOverview::id).toList();
    }

    private static List<BillId> ids(SearchPage page) {
        return page.hits().stream().map(hit -> hit.bill().id()).toList();
    }
}
