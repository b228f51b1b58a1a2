package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.SponsorFixtures.printed;
import static org.mswada.support.portcontracts.SponsorFixtures.sponsor;
import static org.mswada.support.portcontracts.SponsorFixtures.term;
import static org.mswada.support.portcontracts.SponsorFixtures.whole;
import static org.mswada.support.portcontracts.SponsorFixtures.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorCursor;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorDirectory.MetricsStep;
import org.mswada.domain.sponsor.SponsorFilter;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorMetrics;
import org.mswada.domain.sponsor.SponsorOverview;
import org.mswada.domain.sponsor.SponsorPage;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** What every adapter of {@link SponsorDirectory} does. Each test begins with empty storage. */
public interface SponsorDirectoryContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    SponsorDirectory directory();

    SponsorRepository sponsors();

    BillWriteRepository bills();

    LegislatureRepository legislatures();

    @Test
    default void a_list_is_walked_by_family_name_without_gap_or_repetition() {
        List<NewSponsor> stored = IntStream.range(0, 23)
                .mapToObj(number -> sponsor(whole("Given" + number, "Óld" + number / 3, "id" + number))).toList();
        store(stored);

        List<SponsorOverview> walked = new ArrayList<>();
        SponsorCursor after = SponsorCursor.START;
        while (after != null) {
            SponsorCursor from = after;
            SponsorPage page = read(session -> directory().list(session, SponsorFilter.ALL, from, 4));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(4);
            walked.addAll(page.items());
            after = page.next();
        }

        assertThat(walked).extracting(SponsorOverview::id).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(stored.stream().map(NewSponsor::id).toList());
        assertThat(walked).extracting(each -> each.name().substring(each.name().indexOf(' '))).isSorted();
    }

    @Test
    default void a_full_last_page_has_no_next_and_a_limit_out_of_range_is_refused() {
        store(List.of(printed("A", "1"), printed("B", "2")));

        assertThat(page(SponsorFilter.ALL, 2).next()).isNull();
        assertThat(page(SponsorFilter.ALL, 1).next()).isNotNull();
        assertThatThrownBy(() -> page(SponsorFilter.ALL, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page(SponsorFilter.ALL, SponsorPage.MAXIMUM_LIMIT + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void filters_restrict_alone_and_together() {
        NewSponsor senator = sponsor(whole("Ada", "Senator", "1"));
        NewSponsor retired = sponsor(SponsorFixtures.in(whole("Bob", "Retired", "2"), "Blue", "South", false));
        NewSponsor printed = printed("Carl", "3");
        store(List.of(senator, retired, printed));
        JurisdictionCode here = BillFixtures.JURISDICTION.code();
        LocalDate day = LocalDate.of(2010, 5, 5);

        assertThat(list(new SponsorFilter(null, "Green", null, null, null, null))).containsExactly(senator.id());
        assertThat(list(new SponsorFilter(null, null, "South", null, null, null))).containsExactly(retired.id());
        assertThat(list(new SponsorFilter(null, null, null, Chamber.LOWER, null, null)))
                .containsExactly(printed.id());
        assertThat(list(new SponsorFilter(null, null, null, null, false, null))).containsExactly(retired.id());
        assertThat(list(new SponsorFilter(null, null, null, null, true, null))).hasSize(2);
        assertThat(list(new SponsorFilter(null, null, null, null, null, day))).hasSize(2);
        assertThat(list(new SponsorFilter(here, "Green", "North", Chamber.UPPER, true, day)))
                .containsExactly(senator.id());
        assertThat(list(new SponsorFilter(here, "Green", "South", null, null, null))).isEmpty();
        assertThat(list(new SponsorFilter(new JurisdictionCode("yy"), null, null, null, null, null))).isEmpty();
    }

    @Test
    default void a_term_lasts_from_its_first_to_its_last_day() {
        NewSponsor ended = sponsor(with(whole("Ada", "Once", "1"),
                List.of(term(Chamber.LOWER, "2001-01-03", "2003-01-02"))));
        store(List.of(ended));

        for (Map.Entry<String, Boolean> day : Map.of("2001-01-02", false, "2001-01-03", true, "2003-01-02", true,
                "2003-01-03", false).entrySet()) {
            LocalDate date = LocalDate.parse(day.getKey());
            boolean served = day.getValue();
            assertThat(list(new SponsorFilter(null, null, null, null, null, date))).as(day.getKey())
                    .hasSize(served ? 1 : 0);
            assertThat(membershipsAt(ended.id(), date)).hasSize(served ? 1 : 0);
            assertThat(ended.content().memberships().getFirst().lastsOn(date)).isEqualTo(served);
        }
    }

    @Test
    default void memberships_at_a_date_are_those_of_the_day() {
        NewSponsor ada = sponsor(whole("Ada", "Both", "1"));
        store(List.of(ada, printed("Nobody", "2")));

        assertThat(membershipsAt(ada.id(), LocalDate.of(2005, 1, 1)))
                .containsExactly(ada.content().memberships().getFirst());
        assertThat(membershipsAt(ada.id(), LocalDate.of(2026, 1, 1)))
                .containsExactly(ada.content().memberships().getLast());
        assertThat(membershipsAt(ada.id(), LocalDate.of(1999, 1, 1))).isEmpty();
    }

    @Test
    default void no_more_than_a_batch_are_asked_for_at_once() {
        List<SponsorId> many = Collections.nCopies(SponsorRepository.MAXIMUM_BATCH + 1,
                new SponsorId(UUID.randomUUID()));
        assertThat(this.<Map<SponsorId, SponsorMetrics>>read(
                session -> directory().metrics(session, many.subList(1, many.size())))).isEmpty();
        assertThatThrownBy(() -> read(session -> directory().metrics(session, many)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at most 500");
        assertThatThrownBy(() -> read(session -> directory().membershipsAt(session, many, LocalDate.of(2005, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at most 500");
    }

    @Test
    default void figures_are_counted_anew_and_written_only_when_they_changed() {
        NewSponsor ada = printed("Ada", "1");
        NewSponsor bob = printed("Bob", "2");
        store(List.of(ada, bob));
        storeBill("HR 1", BillStatus.ENACTED, support(0, ada, SponsorshipRole.PRIMARY, false),
                support(1, bob, SponsorshipRole.COSPONSOR, true), support(2, bob, SponsorshipRole.COSPONSOR, false));
        storeBill("HR 2", BillStatus.FAILED, support(0, ada, SponsorshipRole.PRIMARY, false),
                support(1, bob, SponsorshipRole.COSPONSOR, true));
        assertThat(metrics(ada.id())).isNull();

        assertThat(recompute(1)).extracting(MetricsStep::changed).containsExactly(1, 1, 0);
        assertThat(metrics(ada.id())).extracting(SponsorMetrics::sponsored, SponsorMetrics::cosponsored,
                SponsorMetrics::enacted).containsExactly(2, 0, 1);
        assertThat(metrics(bob.id())).extracting(SponsorMetrics::sponsored, SponsorMetrics::cosponsored,
                SponsorMetrics::enacted).containsExactly(0, 1, 0);

        assertThat(recompute(100)).extracting(MetricsStep::changed).containsExactly(0);
        storeBill("HR 3", BillStatus.ENACTED, support(0, bob, SponsorshipRole.PRIMARY, false));
        assertThat(recompute(new JurisdictionCode("yy"), 100)).as("of another jurisdiction")
                .containsExactly(new MetricsStep(0, 0, null));
        assertThat(recompute(100)).extracting(MetricsStep::changed).containsExactly(1);
        assertThat(metrics(bob.id())).extracting(SponsorMetrics::enacted).isEqualTo(1);
    }

    private List<MetricsStep> recompute(int limit) {
        return recompute(BillFixtures.JURISDICTION.code(), limit);
    }

    private List<MetricsStep> recompute(JurisdictionCode jurisdiction, int limit) {
        List<MetricsStep> steps = new ArrayList<>();
        SponsorId after = null;
        do {
            SponsorId from = after;
            MetricsStep step = units().write(WRITE,
                    session -> directory().recomputeMetrics(session, jurisdiction, from, limit));
            steps.add(step);
            after = step.next();
        } while (after != null);
        return steps;
    }

    private @Nullable SponsorMetrics metrics(SponsorId id) {
        return read(session -> directory().metrics(session, List.of(id))).get(id);
    }

    private static Sponsorship support(int ordinal, NewSponsor sponsor, SponsorshipRole role, boolean withdrawn) {
        return new Sponsorship(ordinal, sponsor.id(), "As printed", SponsorEntityType.PERSON, role,
                BillFixtures.INTRODUCED_ON, withdrawn ? BillFixtures.INTRODUCED_ON.plusDays(1) : null);
    }

    private void storeBill(String number, BillStatus status, Sponsorship... sponsorships) {
        write((session, stored) -> {
            BillContent bill = BillFixtures.bill(stored, number, BillFixtures.INTRODUCED_ON, "Title of " + number,
                    List.of(sponsorships), List.of(BillFixtures.action(0, status)));
            return bills().upsertBatch(session, List.of(bill));
        });
    }

    private void store(List<NewSponsor> given) {
        write((session, stored) -> sponsors().upsertBatch(session, given));
    }

    private List<SponsorId> list(SponsorFilter filter) {
        return page(filter, SponsorPage.MAXIMUM_LIMIT).items().stream().map(SponsorOverview::id).toList();
    }

    private SponsorPage page(SponsorFilter filter, int limit) {
        return read(session -> directory().list(session, filter, SponsorCursor.START, limit));
    }

    private List<Membership> membershipsAt(SponsorId id, LocalDate day) {
        return read(session -> directory().membershipsAt(session, List.of(id), day)).getOrDefault(id, List.of());
    }

    private <T> T read(Function<ReadSession, T> work) {
        return units().read(READ, work);
    }

    private <T> T write(BiFunction<WriteSession, SessionId, T> work) {
        return units().write(WRITE, session -> work.apply(session, legislatures().ensureSession(session,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID()))));
    }
}
