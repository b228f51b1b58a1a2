package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.support.portcontracts.SponsorFixtures.identifier;
import static org.mswada.support.portcontracts.SponsorFixtures.printed;
import static org.mswada.support.portcontracts.SponsorFixtures.sponsor;
import static org.mswada.support.portcontracts.SponsorFixtures.term;
import static org.mswada.support.portcontracts.SponsorFixtures.whole;
import static org.mswada.support.portcontracts.SponsorFixtures.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.sponsorship.SponsorshipLinks.LinkStep;
import org.mswada.domain.sponsorship.SponsorshipPlace;
import org.mswada.domain.sponsorship.UnlinkedSponsorship;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** What every adapter of {@link SponsorshipLinks} does. Each test begins with empty storage. */
public interface SponsorshipLinksContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    SponsorshipLinks links();

    SponsorRepository sponsors();

    BillRepository bills();

    BillWriteRepository billWrites();

    LegislatureRepository legislatures();

    @Test
    default void a_name_of_exactly_one_is_linked_in_any_spelling() {
        NewSponsor ada = sponsor(whole("Áda", "O'Hara", "1"));
        store(ada);
        BillId bill = storeBill("HR 1", name(0, "O’Hara, Ada"), name(1, "ADA OHARA"), name(2, "Somebody Else"),
                name(3, "The Honourable O'Hara"));

        LinkStep step = link(SponsorshipPlace.START, 100);

        assertThat(step).isEqualTo(new LinkStep(3, List.of(), 1, null));
        assertThat(linked(bill)).containsExactly(ada.id(), ada.id(), null, ada.id());
        assertThat(link(SponsorshipPlace.START, 100)).as("again").isEqualTo(new LinkStep(0, List.of(), 1, null));
    }

    @Test
    default void who_did_not_serve_on_the_day_is_not_meant() {
        NewSponsor father = sponsor(with(whole("John", "Doe", "1"),
                List.of(term(Chamber.LOWER, "1970-01-03", "1981-01-02"))));
        NewSponsor son = sponsor(with(whole("John", "Doe", "2"), List.of(term(Chamber.LOWER, "2013-01-03", null))));
        store(father, son);
        BillId bill = storeBill("HR 1", name(0, "Doe, John"), joined(1, "Doe, John", LocalDate.of(1975, 5, 5)),
                joined(2, "Doe, John", LocalDate.of(1990, 1, 1)));

        assertThat(link(SponsorshipPlace.START, 100)).isEqualTo(new LinkStep(2, List.of(), 1, null));

        assertThat(linked(bill)).containsExactly(son.id(), father.id(), null);
    }

    @Test
    default void a_name_of_several_stays_unlinked_and_is_listed() {
        NewSponsor one = sponsor(whole("John", "Doe", "1"));
        NewSponsor other = printed("Doe, John", "2");
        store(one, other);
        BillId bill = storeBill("HR 1", name(0, "John Doe"));

        LinkStep step = link(SponsorshipPlace.START, 100);

        assertThat(step.linked()).isZero();
        assertThat(step.ambiguous()).singleElement().satisfies(each -> {
            assertThat(each.place()).isEqualTo(new SponsorshipPlace(bill, 0));
            assertThat(each.nameAsPrinted()).isEqualTo("John Doe");
            assertThat(each.day()).isEqualTo(BillFixtures.INTRODUCED_ON);
            assertThat(each.candidates()).containsExactlyInAnyOrder(one.id(), other.id());
        });
        assertThat(linked(bill)).containsOnlyNulls();
        assertThat(unlinked(SponsorshipPlace.START, 100)).isEqualTo(step.ambiguous());
    }

    @Test
    default void only_persons_of_the_jurisdiction_are_looked_at() {
        store(sponsor(whole("Rules", "Committee", "1")));
        storeBill("HR 1", new Sponsorship(0, null, "Rules Committee", SponsorEntityType.COMMITTEE,
                SponsorshipRole.PRIMARY, null, null), name(1, "Rules Committee"));

        assertThat(units().<LinkStep>write(WRITE, session -> links().linkByName(session, new JurisdictionCode("yy"),
                SponsorshipPlace.START, 9))).isEqualTo(new LinkStep(0, List.of(), 0, null));
        assertThat(link(SponsorshipPlace.START, 100).linked()).isEqualTo(1);
    }

    @Test
    default void all_are_walked_by_parts() {
        store(sponsor(whole("Ada", "Known", "1")));
        for (int number = 0; number < 5; number++) {
            storeBill("HR " + number, name(0, "Ada Known"), name(1, "Un Known"));
        }

        List<UnlinkedSponsorship> seen = new ArrayList<>();
        int linked = 0;
        SponsorshipPlace after = SponsorshipPlace.START;
        while (after != null) {
            seen.addAll(unlinked(after, 3));
            LinkStep step = link(after, 3);
            linked += step.linked();
            after = step.next();
        }

        assertThat(linked).isEqualTo(5);
        assertThat(seen).extracting(UnlinkedSponsorship::place).hasSize(10).doesNotHaveDuplicates();
        assertThat(unlinked(SponsorshipPlace.START, 100)).hasSize(5).allMatch(each -> each.candidates().isEmpty());
    }

    @Test
    default void an_identifier_decides_whatever_the_name() {
        NewSponsor ada = sponsor(whole("Ada", "Doe", "1"));
        NewSponsor bob = sponsor(whole("Bob", "Roe", "2"));
        store(ada, bob);
        BillId bill = storeBill("HR 1", name(0, "Bob Roe"), name(1, "Nobody"), name(2, "Nobody"));
        link(new SponsorshipPlace(bill, -1), 1);

        int linked = units().write(WRITE, session -> links().linkByIdentifier(session,
                Map.of(new SponsorshipPlace(bill, 0), identifier("1"), new SponsorshipPlace(bill, 1), identifier("1"),
                        new SponsorshipPlace(bill, 2), identifier("unknown"), new SponsorshipPlace(bill, 9),
                        identifier("1"))));

        assertThat(linked).isEqualTo(1);
        assertThat(linked(bill)).as("a linked one stays").containsExactly(bob.id(), ada.id(), null);
        assertThat(units().<Integer>write(WRITE, session -> links().linkByIdentifier(session, Map.of()))).isZero();
    }

    private static Sponsorship name(int ordinal, String name) {
        return joined(ordinal, name, null);
    }

    private static Sponsorship joined(int ordinal, String name, @Nullable LocalDate day) {
        return new Sponsorship(ordinal, null, name, SponsorEntityType.PERSON, SponsorshipRole.COSPONSOR, day, null);
    }

    private LinkStep link(SponsorshipPlace after, int limit) {
        return units().write(WRITE,
                session -> links().linkByName(session, BillFixtures.JURISDICTION.code(), after, limit));
    }

    private List<UnlinkedSponsorship> unlinked(SponsorshipPlace after, int limit) {
        return units().read(READ,
                session -> links().unlinked(session, BillFixtures.JURISDICTION.code(), after, limit));
    }

    private List<@Nullable SponsorId> linked(BillId bill) {
        List<@Nullable SponsorId> found = new ArrayList<>();
        units().<Map<BillId, List<Sponsorship>>>read(READ, session -> bills().sponsorships(session, List.of(bill)))
                .getOrDefault(bill, List.of()).forEach(each -> found.add(each.sponsor()));
        return found;
    }

    private BillId storeBill(String number, Sponsorship... sponsorships) {
        return write((session, stored) -> {
            BillContent bill = BillFixtures.bill(stored, number, BillFixtures.INTRODUCED_ON, "Title of " + number,
                    List.of(sponsorships), List.of(BillFixtures.action(0, BillStatus.IN_COMMITTEE)));
            billWrites().upsertBatch(session, List.of(bill));
            return bill.newId();
        });
    }

    private void store(NewSponsor... given) {
        write((session, stored) -> sponsors().upsertBatch(session, List.of(given)));
    }

    private <T> T write(BiFunction<WriteSession, SessionId, T> work) {
        return units().write(WRITE, session -> work.apply(session, legislatures().ensureSession(session,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID()))));
    }
}
