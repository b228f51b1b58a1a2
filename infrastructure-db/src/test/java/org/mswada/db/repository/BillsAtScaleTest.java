package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mswada.db.execution.TestSession;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillFilterBuilder;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.DateRange;
import org.mswada.domain.bill.SearchPage;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.ReadSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A million bills: a deep page costs what the first one costs, and a search ends in time whatever the word. */
@Tag("soak")
@Isolated
final class BillsAtScaleTest {
    private static final Logger LOGGER = LoggerFactory.getLogger(BillsAtScaleTest.class);
    private static final int BILLS = 1_000_000;
    private static final int DEPTH = 100_000;
    private static final int LIMIT = 50;
    private static final int ROUNDS = 101;
    private static final int SEARCHES = 31;
    private static final int FILTERED_SEARCHES = 11;
    private static final LocalDate OLD = LocalDate.of(2005, 12, 31);
    private static final double MOST_TIMES_THE_FIRST = 1.5;
    private static final Map<BillSort, String> KEYS = Map.of(BillSort.INTRODUCED, "introduced_on",
            BillSort.INTRODUCED_OLDEST_FIRST, "introduced_on", BillSort.LATEST_ACTION, "active_on",
            BillSort.LATEST_ACTION_OLDEST_FIRST, "active_on", BillSort.STATUS_SINCE, "status_since",
            BillSort.STATUS_SINCE_OLDEST_FIRST, "status_since", BillSort.UPDATED, "updated_at",
            BillSort.UPDATED_OLDEST_FIRST, "updated_at");

    private static ScaleServer server;

    private final JooqBillRepository bills = new JooqBillRepository();
    private final JooqBillSearchRepository search = new JooqBillSearchRepository();

    @BeforeAll
    static void make() throws SQLException {
        long start = System.nanoTime();
        server = new ScaleServer(BILLS);
        LOGGER.warn("{} bills made in {} s", BILLS, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
    }

    @AfterAll
    static void end() throws SQLException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_page_at_depth_100_000_costs_what_the_first_one_costs(BillSort sort) throws SQLException {
        try (Connection connection = server.connect()) {
            ReadSession session = TestSession.on(connection);
            BillCursor deep = place(connection, sort);
            List<Long> first = new ArrayList<>();
            List<Long> further = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                first.add(nanos(() -> bills.list(session, BillFilter.ALL, sort, null, LIMIT)));
                further.add(nanos(() -> bills.list(session, BillFilter.ALL, sort, deep, LIMIT)));
            }
            double ratio = (double) median(further) / median(first);
            LOGGER.warn("{}: first page {} us, at depth {} {} us, {} times", sort, median(first) / 1000, DEPTH,
                    median(further) / 1000, "%.2f".formatted(ratio));
            assertThat(ratio).isLessThanOrEqualTo(MOST_TIMES_THE_FIRST);
        }
    }

    /** The control: by OFFSET the same page costs what all pages before it cost. */
    @Test
    void control_by_offset_the_page_costs_many_times_the_first() throws SQLException {
        try (Connection connection = server.connect();
                PreparedStatement page = connection.prepareStatement("select id, title from bill "
                        + "where deleted_at is null order by introduced_on desc, id desc limit 51 offset ?")) {
            List<Long> first = new ArrayList<>();
            List<Long> further = new ArrayList<>();
            for (int round = 0; round < 11; round++) {
                first.add(nanos(() -> query(page, 0)));
                further.add(nanos(() -> query(page, DEPTH)));
            }
            assertThat((double) median(further) / median(first)).isGreaterThan(10 * MOST_TIMES_THE_FIRST);
        }
    }

    @ParameterizedTest
    @CsvSource({GeneratedBills.COMMONEST + ", 20", GeneratedBills.ONE_PERCENT + ", 30", GeneratedBills.RARE + ", 2",
            GeneratedBills.NOWHERE + ", 5", "act, 20", "w1ord w2ord, 30"})
    void a_search_ends_in_time_whatever_the_word(String word, long most) throws SQLException {
        try (Connection connection = server.connect()) {
            ReadSession session = TestSession.on(connection);
            double time = timed(word, () -> search.search(session, word, BillFilter.ALL, null, 20), SEARCHES);
            assertThat(time).isPositive().isLessThanOrEqualTo(most);
        }
    }

    /** None of them is among the newest bills, of which most have these words. */
    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("act", BillFilter.builder().introduced(new DateRange(null, OLD)), 20),
                Arguments.of("act", BillFilter.builder().jurisdiction(new JurisdictionCode("xx"))
                        .session(new SessionIdentifier("1")), 20),
                Arguments.of("act", BillFilter.builder().session(new SessionIdentifier("1")), 500),
                Arguments.of("act", BillFilter.builder().latestAction(new DateRange(null, OLD)), 1_000));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_search_among_some_bills_finds_what_there_is_and_ends_in_time(String word, BillFilterBuilder asked, long most)
            throws SQLException {
        BillFilter filter = asked.build();
        try (Connection connection = server.connect()) {
            ReadSession session = TestSession.on(connection);
            SearchPage page = search.search(session, word, filter, null, 20);
            assertThat(page.hits()).hasSize(20);
            assertThat(page.ranked()).isEqualTo(SearchLimits.USUAL.newest());
            assertThat(page.complete()).isFalse();
            assertThat(timed(word + " among some", () -> search.search(session, word, filter, null, 20),
                    FILTERED_SEARCHES)).isPositive().isLessThanOrEqualTo(most);
        }
    }

    /** Returns the median of the milliseconds that the server took. */
    private static double timed(String what, Runnable asked, int times) throws SQLException {
        List<Long> seen = new ArrayList<>();
        List<Double> taken = new ArrayList<>();
        for (int round = 0; round < times; round++) {
            double before = server.milliseconds();
            seen.add(nanos(asked));
            taken.add(server.milliseconds() - before);
        }
        double time = taken.stream().sorted().toList().get(times / 2);
        LOGGER.warn("search for {}: {} ms of the server's time, {} ms as seen by the caller (medians of {})", what,
                "%.2f".formatted(time), "%.2f".formatted(median(seen) / 1e6), times);
        return time;
    }

    private static BillCursor place(Connection connection, BillSort sort) throws SQLException {
        String key = KEYS.get(sort);
        String direction = sort.isNewestFirst() ? "desc" : "asc";
        try (PreparedStatement statement = connection
                .prepareStatement("select " + key + ", id from bill order by " + key
                        + " " + direction + ", id " + direction + " limit 1 offset " + DEPTH);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long place = sort.isByMoment()
                    ? ChronoUnit.MICROS.between(Instant.EPOCH, row.getTimestamp(1).toInstant())
                    : row.getObject(1, LocalDate.class).toEpochDay();
            return new BillCursor(sort, BillFilter.ALL.fingerprint(), place,
                    new BillId(row.getObject(2, UUID.class)));
        }
    }

    private static Object query(PreparedStatement page, int offset) {
        try {
            page.setInt(1, offset);
            try (ResultSet rows = page.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
