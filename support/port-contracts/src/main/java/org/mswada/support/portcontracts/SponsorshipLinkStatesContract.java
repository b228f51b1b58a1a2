package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.support.portcontracts.BillFixtures.nameOnly;
import static org.mswada.support.portcontracts.SponsorFixtures.identifier;
import static org.mswada.support.portcontracts.SponsorFixtures.printed;
import static org.mswada.support.portcontracts.SponsorFixtures.sponsor;
import static org.mswada.support.portcontracts.SponsorFixtures.whole;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.LinkState;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.sponsorship.SponsorshipLinks.LinkStep;
import org.mswada.domain.sponsorship.SponsorshipPlace;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** How bills show what every adapter of {@link SponsorshipLinks} has linked. Each test begins with empty storage. */
public interface SponsorshipLinkStatesContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    SponsorshipLinks links();

    SponsorRepository sponsors();

    BillRepository bills();

    BillWriteRepository billWrites();

    LegislatureRepository legislatures();

    @Test
    default void a_bill_is_of_a_new_version_when_its_sponsorships_come_to_say_something_else_and_only_then() {
        BillId bill = storeBill("HR 1", nameOnly(0, "Ada Doe"), nameOnly(1, "Doe, Ada"), nameOnly(2, "Bob Roe"));
        BillId other = storeBill("HR 2", nameOnly(0, "Nobody"));
        Bill before = bill(bill);
        Bill untouched = bill(other);
        link();
        assertThat(bill(bill)).as("nobody is meant").isEqualTo(before);

        store(sponsor(whole("Ada", "Doe", "1")), sponsor(whole("Bob", "Roe", "2")), printed("Roe, Bob", "3"));
        link();

        assertThat(states(bill)).containsExactly(LinkState.LINKED, LinkState.LINKED, LinkState.AMBIGUOUS);
        assertThat(bill(bill).version()).as("once, however many").isEqualTo(before.version() + 1);
        assertThat(bill(bill).overview().updatedAt()).isAfter(before.overview().updatedAt());
        Bill linked = bill(bill);
        link();
        assertThat(bill(bill)).as("the same again").isEqualTo(linked);

        linkByIdentifier(Map.of(new SponsorshipPlace(bill, 0), identifier("2"), new SponsorshipPlace(bill, 2),
                identifier("2")));
        assertThat(states(bill)).containsOnly(LinkState.LINKED);
        assertThat(bill(bill).version()).isEqualTo(before.version() + 2);
        linkByIdentifier(Map.of(new SponsorshipPlace(bill, 2), identifier("3")));
        assertThat(bill(bill).version()).as("a linked one stays").isEqualTo(before.version() + 2);
        assertThat(bill(other)).isEqualTo(untouched);
    }

    @Test
    default void an_ambiguous_name_is_marked_as_such_for_as_long_as_it_is_that_of_several() {
        NewSponsor one = sponsor(whole("John", "Doe", "1"));
        store(one, printed("Doe, John", "2"));
        BillId bill = storeBill("HR 1", nameOnly(0, "John Doe"));
        link();
        assertThat(states(bill)).containsExactly(LinkState.AMBIGUOUS);

        rename("1", "James Doe");
        rename("2", "Joan Doe");
        assertThat(link()).isEqualTo(new LinkStep(0, List.of(), 1, null));

        assertThat(states(bill)).containsExactly(LinkState.NAME_ONLY);
        assertThat(bill(bill).version()).isEqualTo(3);
        rename("1", "John Doe");
        link();
        assertThat(sponsorships(bill)).extracting(Sponsorship::sponsor).containsExactly(one.id());
    }

    private LinkStep link() {
        return units().write(WRITE, session -> links().linkByName(session, BillFixtures.JURISDICTION.code(),
                SponsorshipPlace.START, 100));
    }

    private void linkByIdentifier(Map<SponsorshipPlace, ExternalIdentifier> identifiers) {
        units().<Integer>write(WRITE, session -> links().linkByIdentifier(session, identifiers));
    }

    private List<LinkState> states(BillId bill) {
        return sponsorships(bill).stream().map(Sponsorship::link).toList();
    }

    private List<Sponsorship> sponsorships(BillId bill) {
        return units().<Map<BillId, List<Sponsorship>>>read(READ,
                session -> bills().sponsorships(session, List.of(bill))).getOrDefault(bill, List.of());
    }

    private Bill bill(BillId id) {
        return units().<Optional<Bill>>read(READ, session -> bills().findById(session, id)).orElseThrow();
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

    /** Replaces the name of who has this identifier, and keeps no other. */
    private void rename(String identifier, String name) {
        write((session, stored) -> {
            Sponsor known = sponsors().findByIdentifier(session, identifier(identifier)).orElseThrow();
            return sponsors().update(session, known.id(),
                    SponsorContent.asPrinted(name, null, null, null, known.content().identifiers()), known.version());
        });
    }

    private <T> T write(BiFunction<WriteSession, SessionId, T> work) {
        return units().write(WRITE, session -> work.apply(session, legislatures().ensureSession(session,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID()))));
    }
}
