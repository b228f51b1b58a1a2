package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.BillFixtures.INTRODUCED_ON;
import static org.mswada.support.portcontracts.BillFixtures.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillSearchRepository;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.DateRange;
import org.mswada.domain.bill.SearchCursor;
import org.mswada.domain.bill.SearchHit;
import org.mswada.domain.bill.SearchPage;
import org.mswada.domain.bill.SearchPage.Facet;
import org.mswada.domain.bill.SearchPage.FacetCount;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.SessionIdentifier;

/** What every adapter of {@link BillSearchRepository} does. */
public interface BillSearchRepositoryContract extends BillContract {
    BillSearchRepository search();

    @Test
    default void words_in_the_title_count_more_than_those_in_a_subject_and_those_more_than_in_the_summary() {
        BillContent title = text("HR 1", "An Act about fisheries", List.of(), "Something else");
        BillContent subject = text("HR 2", "An Act", List.of("Fisheries"), null);
        BillContent summary = text("HR 3", "An Act", List.of(), "It is about a fishery on the coast.");
        BillContent other = text("HR 4", "An Act about roads", List.of("Roads"), null);
        store(summary, other, subject, title);

        SearchPage found = find("Fishery");
        assertThat(ids(found)).containsExactly(title.newId(), subject.newId(), summary.newId());
        assertThat(found.complete()).isTrue();
        assertThat(found.ranked()).isEqualTo(3);
        assertThat(ids(find("fisheries -coast"))).containsExactlyInAnyOrder(title.newId(), subject.newId());
        assertThat(ids(find("\"on the coast\""))).containsExactly(summary.newId());
        assertThat(ids(find("roads or coast"))).containsExactlyInAnyOrder(other.newId(), summary.newId());
    }

    @Test
    default void a_headline_shows_what_was_found() {
        store(text("HR 1", "An Act", List.of(), "It concerns a <b>fishery</b> on the coast."));

        List<SearchHit.Extract> headline = find("fishery").hits().getFirst().headline();
        assertThat(headline).filteredOn(SearchHit.Extract::found).extracting(SearchHit.Extract::text)
                .containsExactly("fishery");
        assertThat(headline).extracting(SearchHit.Extract::text).anyMatch(text -> text.contains("concerns"));
    }

    @Test
    default void a_number_typed_as_text_finds_its_bill_first() {
        BillContent meant = text("HR 1531", "An Act about roads", List.of(), null);
        BillContent mentions = text("HR 2", "To amend HR 1531", List.of(), "HR 1531 and again HR 1531");
        store(mentions, meant);

        for (String spelling : List.of("HR 1531", "h.r. 1531", "hr1531")) {
            assertThat(ids(find(spelling))).as(spelling).startsWith(meant.newId());
        }
        assertThat(ids(find("HR 1531"))).containsExactly(meant.newId(), mentions.newId());
    }

    @Test
    default void a_bill_that_is_found_by_its_number_alone_is_ranked_and_counted_too() {
        BillContent meant = text("HR 1531", "An Act about roads", List.of("Roads"), null);
        store(meant, text("HR 2", "An Act", List.of(), null));

        // No bill has these words; it is the number in another spelling.
        SearchPage found = find("h.r.01531");
        assertThat(ids(found)).containsExactly(meant.newId());
        assertThat(found.ranked()).isEqualTo(1);
        assertThat(found.complete()).isTrue();
        assertThat(found.facets().get(Facet.STATUS)).containsExactly(new FacetCount("IN_COMMITTEE", 1));
        assertThat(found.facets().get(Facet.SESSION)).containsExactly(new FacetCount("2025", 1));
        assertThat(found.facets().get(Facet.SUBJECT)).containsExactly(new FacetCount("Roads", 1));
    }

    @Test
    default void facets_count_what_was_found() {
        store(text("HR 1", "Water one", List.of("Rivers", "Lakes"), null),
                text("HR 2", "Water two", List.of("Rivers"), null),
                BillFixtures.with(bill(session(), "SR 3", INTRODUCED_ON, "Water three", List.of(), List.of()),
                        BillClassification.RESOLUTION, Chamber.UPPER, List.of(), null),
                text("HR 4", "Roads", List.of("Roads"), null));

        SearchPage found = find("water");
        assertThat(found.facets().get(Facet.STATUS)).containsExactly(new FacetCount("IN_COMMITTEE", 2),
                new FacetCount("INTRODUCED", 1));
        assertThat(found.facets().get(Facet.CLASSIFICATION)).containsExactly(new FacetCount("BILL", 2),
                new FacetCount("RESOLUTION", 1));
        assertThat(found.facets().get(Facet.CHAMBER)).containsExactly(new FacetCount("LOWER", 2),
                new FacetCount("UPPER", 1));
        assertThat(found.facets().get(Facet.SESSION)).containsExactly(new FacetCount("2025", 3));
        assertThat(found.facets().get(Facet.SUBJECT)).containsExactly(new FacetCount("Rivers", 2),
                new FacetCount("Lakes", 1));
    }

    @Test
    default void the_result_is_walked_by_pages_without_gap_or_repetition() {
        List<BillContent> stored = IntStream.range(0, 11).mapToObj(number -> text("HR " + number,
                "Water ".repeat(1 + number % 3) + number, List.of(), null)).toList();
        store(stored.toArray(BillContent[]::new));

        List<BillId> walked = new ArrayList<>();
        List<Float> ranks = new ArrayList<>();
        SearchCursor after = null;
        do {
            SearchPage page = find("water", BillFilter.ALL, after, 3);
            walked.addAll(ids(page));
            page.hits().forEach(hit -> ranks.add(hit.rank()));
            after = page.next();
        } while (after != null);

        assertThat(walked).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(stored.stream().map(BillContent::newId).toList());
        assertThat(ranks).isSortedAccordingTo((one, other) -> Float.compare(other, one));
        SearchCursor cursor = find("water", BillFilter.ALL, null, 3).next();
        assertThatThrownBy(() -> find("roads", BillFilter.ALL, cursor, 3))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("another search");
    }

    @Test
    default void a_filter_restricts_and_the_deleted_are_not_found() {
        BillContent one = text("HR 1", "Water one", List.of(), null);
        BillContent enacted = bill(session(), "HR 2", INTRODUCED_ON, "Water two", List.of(),
                List.of(BillFixtures.action(0, BillStatus.ENACTED)));
        store(one, enacted);
        BillFilter filter = BillFilter.builder().statuses(Set.of(BillStatus.ENACTED)).build();

        assertThat(ids(find("water", filter, null, 10))).containsExactly(enacted.newId());
        assertThat(ids(find("HR 1", filter, null, 10))).isEmpty();
        write(session -> billWrites().deleteBatch(session, List.of(new BillVersion(one.newId(), 1))));
        assertThat(ids(find("water"))).containsExactly(enacted.newId());
        assertThat(ids(find("HR 1"))).isEmpty();
    }

    @Test
    default void a_session_and_days_restrict_however_many_newer_bills_have_the_words() {
        BillContent old = bill(session("2024"), "HR 1", INTRODUCED_ON.minusYears(1), "Water of old");
        store(old);
        store(IntStream.range(0, 30).mapToObj(number -> text("HR " + number, "Water " + number, List.of(), null))
                .toArray(BillContent[]::new));

        for (BillFilter filter : List.of(
                BillFilter.builder().introduced(new DateRange(null, INTRODUCED_ON.minusDays(1))).build(),
                BillFilter.builder().session(new SessionIdentifier("2024")).build(),
                BillFilter.builder().jurisdiction(BillFixtures.JURISDICTION.code())
                        .session(new SessionIdentifier("2024")).build(),
                BillFilter.builder().latestAction(new DateRange(null, INTRODUCED_ON))
                        .session(new SessionIdentifier("2024")).build())) {
            SearchPage found = find("water", filter, null, 10);
            assertThat(ids(found)).as("%s", filter).isEqualTo(list(filter));
            assertThat(found.complete()).isTrue();
            assertThat(found.ranked()).isEqualTo(found.hits().size());
        }
        assertThat(find("water", BillFilter.builder().session(new SessionIdentifier("2024")).build(), null, 10).hits())
                .hasSize(1);
    }

    @Test
    default void odd_texts_find_nothing_and_fail_nobody() {
        store(text("HR 2", "An Act", List.of(), null));

        for (String text : List.of("", " ", "the", "\"", "-", "&|!():*'\\", "or or", "xyzzy", "1", "\u0000x",
                "\uD800")) {
            SearchPage found = find(text);
            assertThat(found.hits()).as(text).isEmpty();
            assertThat(found.complete()).as(text).isTrue();
            assertThat(found.facets().get(Facet.SUBJECT)).as(text).isEmpty();
        }
    }

    private BillContent text(String number, String title, List<String> subjects, @Nullable String summary) {
        return BillFixtures.with(bill(session(), number, INTRODUCED_ON, title), BillClassification.BILL,
                Chamber.LOWER, subjects, summary);
    }

    private SearchPage find(String text) {
        return find(text, BillFilter.ALL, null, 20);
    }

    private SearchPage find(String text, BillFilter filter, @Nullable SearchCursor after, int limit) {
        return read(session -> search().search(session, text, filter, after, limit));
    }

    private static List<BillId> ids(SearchPage page) {
        return page.hits().stream().map(hit -> hit.bill().id()).toList();
    }
}
