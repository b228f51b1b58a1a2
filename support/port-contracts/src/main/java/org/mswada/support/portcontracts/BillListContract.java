package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.BillFixtures.INTRODUCED_ON;
import static org.mswada.support.portcontracts.BillFixtures.action;
import static org.mswada.support.portcontracts.BillFixtures.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillFilterBuilder;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.DateRange;
import org.mswada.domain.bill.MomentRange;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsoredBy;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;

/** What every adapter of the port does with lists: each filter, each sort, and pages. */
public interface BillListContract extends BillContract {
    SponsorRepository sponsors();

    @ParameterizedTest
    @EnumSource
    default void a_list_is_walked_by_pages_without_gap_or_repetition_in_each_order(BillSort sort) {
        List<BillContent> stored = IntStream.range(0, 23)
                .mapToObj(number -> bill(session(), "HR " + number, INTRODUCED_ON.plusDays(number / 5),
                        "Title " + number, List.of(),
                        number % 3 == 0 ? List.of() : List.of(action(number % 7, BillStatus.REPORTED))))
                .toList();
        stored.forEach(this::store);

        List<BillOverview> walked = new ArrayList<>();
        BillCursor after = null;
        do {
            BillPage page = page(BillFilter.ALL, sort, after, 4);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(4);
            walked.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(walked).extracting(BillOverview::id).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(stored.stream().map(BillContent::newId).toList());
        Comparator<Long> oldestFirst = Comparator.naturalOrder();
        assertThat(walked).extracting(sort::key)
                .isSortedAccordingTo(sort.isNewestFirst() ? oldestFirst.reversed() : oldestFirst);
    }

    @Test
    default void a_full_last_page_has_no_next() {
        store(bill(session(), "HR 1"), bill(session(), "HR 2"));

        assertThat(page(BillFilter.ALL, BillSort.INTRODUCED, null, 2).next()).isNull();
        assertThat(page(BillFilter.ALL, BillSort.INTRODUCED, null, 1).next()).isNotNull();
    }

    @Test
    default void a_limit_out_of_range_is_refused() {
        for (int limit : new int[]{0, BillPage.MAXIMUM_LIMIT + 1}) {
            assertThatThrownBy(() -> page(BillFilter.ALL, BillSort.INTRODUCED, null, limit))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    default void a_cursor_of_another_list_is_refused() {
        store(bill(session(), "HR 1"), bill(session(), "HR 2"));
        BillCursor cursor = page(BillFilter.ALL, BillSort.INTRODUCED, null, 1).next();
        BillFilter other = BillFilter.builder().chamber(Chamber.LOWER).build();

        assertThat(page(BillFilter.ALL, BillSort.INTRODUCED, cursor, 1).items()).hasSize(1);
        assertThatThrownBy(() -> page(BillFilter.ALL, BillSort.UPDATED, cursor, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not UPDATED");
        assertThatThrownBy(() -> page(other, BillSort.INTRODUCED, cursor, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("another filter");
    }

    @Test
    default void filters_restrict_by_place_and_kind() {
        BillContent committee = bill(session(), "HR 1");
        BillContent failed = bill(session("2026"), "HR 2", INTRODUCED_ON, "t", List.of(),
                List.of(action(0, BillStatus.FAILED)));
        BillContent resolution = BillFixtures.with(bill(session(), "SR 3"), BillClassification.RESOLUTION,
                Chamber.UPPER, List.of(), null);
        store(committee, failed, resolution);
        JurisdictionCode here = BillFixtures.JURISDICTION.code();
        SessionIdentifier first = BillFixtures.SESSION.identifier();

        assertPassing(filter().statuses(Set.of(BillStatus.FAILED)), failed);
        assertPassing(filter().statuses(Set.of(BillStatus.FAILED, BillStatus.IN_COMMITTEE)), committee, failed,
                resolution);
        assertPassing(filter().session(first), committee, resolution);
        assertPassing(filter().jurisdiction(here), committee, failed, resolution);
        assertPassing(filter().jurisdiction(new JurisdictionCode("yy")));
        assertPassing(filter().jurisdiction(here).session(first), committee, resolution);
        assertPassing(filter().jurisdiction(new JurisdictionCode("yy")).session(first));
        assertPassing(filter().chamber(Chamber.UPPER), resolution);
        assertPassing(filter().classifications(Set.of(BillClassification.RESOLUTION)), resolution);
        assertPassing(filter().classifications(Set.of(BillClassification.BILL)), committee, failed);
        assertPassing(filter().jurisdiction(here).session(first).statuses(Set.of(BillStatus.IN_COMMITTEE))
                .chamber(Chamber.LOWER), committee);
        assertPassing(filter().session(first).statuses(Set.of(BillStatus.FAILED)));
    }

    @Test
    default void filters_restrict_by_subject_and_area() {
        BillContent both = subjects("HR 1", "Water", "Roads");
        BillContent water = subjects("HR 2", "Water");
        BillContent coast = BillFixtures.with(subjects("HR 3"),
                new BillContext(List.of(), List.of("Coast", "Lake \"x\""), null, "{}"), List.of());
        store(both, water, coast);

        assertPassing(filter().anySubject(Set.of("Water", "Air")), both, water);
        assertPassing(filter().anySubject(Set.of("Roads")), both);
        assertPassing(filter().anySubject(Set.of("Air")));
        assertPassing(filter().allSubjects(Set.of("Water", "Roads")), both);
        assertPassing(filter().allSubjects(Set.of("Water")), both, water);
        assertPassing(filter().allSubjects(Set.of("Water", "Air")));
        assertPassing(filter().area("Coast"), coast);
        assertPassing(filter().area("Lake \"x\""), coast);
        assertPassing(filter().area("Hill"));
    }

    @Test
    default void filters_restrict_by_sponsor_and_role() {
        SponsorId one = sponsor("1");
        SponsorId two = sponsor("2");
        BillContent primary = sponsored("HR 1", sponsorship(0, one, SponsorshipRole.PRIMARY, null));
        BillContent cosponsor = sponsored("HR 2", sponsorship(0, two, SponsorshipRole.PRIMARY, null),
                sponsorship(1, one, SponsorshipRole.COSPONSOR, null));
        BillContent withdrawn = sponsored("HR 3",
                sponsorship(0, one, SponsorshipRole.COSPONSOR, INTRODUCED_ON.plusDays(1)));
        store(primary, cosponsor, withdrawn);

        assertPassing(filter().sponsoredBy(new SponsoredBy(one, null)), primary, cosponsor);
        assertPassing(filter().sponsoredBy(new SponsoredBy(one, SponsorshipRole.PRIMARY)), primary);
        assertPassing(filter().sponsoredBy(new SponsoredBy(two, SponsorshipRole.COSPONSOR)));
    }

    @Test
    default void filters_restrict_by_days_and_moments() {
        BillContent early = bill(session(), "HR 1", INTRODUCED_ON, "t", List.of(), List.of());
        BillContent late = bill(session(), "HR 2", INTRODUCED_ON.plusDays(9), "t", List.of(),
                List.of(action(30, BillStatus.REPORTED)));
        store(early);
        store(late);
        LocalDate day = INTRODUCED_ON;

        assertPassing(filter().introduced(new DateRange(day, day)), early);
        assertPassing(filter().introduced(new DateRange(day.plusDays(1), null)), late);
        assertPassing(filter().introduced(new DateRange(null, day.plusDays(8))), early);
        assertPassing(filter().latestAction(new DateRange(day.plusDays(30), day.plusDays(30))), late);
        assertPassing(filter().latestAction(new DateRange(null, day)), early);
        Instant stored = byId(late.newId()).orElseThrow().updatedAt();
        assertPassing(filter().updated(new MomentRange(stored, null)), late);
        assertPassing(filter().updated(new MomentRange(null, stored)), early);
    }

    @Test
    default void filters_restrict_by_milestones_passed_and_not_passed() {
        BillContent enacted = statuses("HR 1", BillStatus.PASSED_CHAMBER, BillStatus.ENACTED);
        BillContent stuck = statuses("HR 2", BillStatus.PASSED_CHAMBER, BillStatus.STALLED);
        BillContent fresh = statuses("HR 3");
        store(enacted, stuck, fresh);

        assertPassing(filter().passed(BillStatus.PASSED_CHAMBER), enacted, stuck);
        assertPassing(filter().passed(BillStatus.PASSED_CHAMBER).notPassed(BillStatus.ENACTED), stuck);
        assertPassing(filter().notPassed(BillStatus.PASSED_CHAMBER), fresh);
    }

    private void assertPassing(BillFilterBuilder filter, BillContent... expected) {
        assertThat(list(filter.build())).as(filter.build().toString())
                .containsExactlyInAnyOrderElementsOf(List.of(expected).stream().map(BillContent::newId).toList());
    }

    private static BillFilterBuilder filter() {
        return BillFilter.builder();
    }

    private BillContent subjects(String number, String... subjects) {
        return BillFixtures.with(bill(session(), number), BillClassification.BILL, Chamber.LOWER, List.of(subjects),
                null);
    }

    private BillContent statuses(String number, BillStatus... statuses) {
        return bill(session(), number, INTRODUCED_ON, "t", List.of(), IntStream.range(0, statuses.length)
                .mapToObj(place -> action(place, statuses[place])).toList());
    }

    private BillContent sponsored(String number, Sponsorship... sponsorships) {
        return bill(session(), number, INTRODUCED_ON, "t", List.of(sponsorships), List.of());
    }

    private static Sponsorship sponsorship(int ordinal, SponsorId sponsor, SponsorshipRole role,
            @Nullable LocalDate withdrawnOn) {
        return new Sponsorship(ordinal, sponsor, "Member", SponsorEntityType.PERSON, role, INTRODUCED_ON, withdrawnOn);
    }

    private SponsorId sponsor(String identifier) {
        session();
        SponsorId id = new SponsorId(UUID.randomUUID());
        write(session -> sponsors().ensureAll(session, List.of(new NewSponsor(id, BillFixtures.JURISDICTION.code(),
                SponsorContent.asPrinted("Member " + identifier, Chamber.LOWER, null, null,
                        List.of(new ExternalIdentifier("test", identifier)))))));
        return id;
    }
}
