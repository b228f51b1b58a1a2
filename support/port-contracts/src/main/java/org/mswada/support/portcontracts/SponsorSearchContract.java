package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.support.portcontracts.SponsorFixtures.sponsor;
import static org.mswada.support.portcontracts.SponsorFixtures.whole;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorMatch;
import org.mswada.domain.sponsor.SponsorName;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** What every adapter of {@link SponsorDirectory} finds by names. Each test begins with empty storage. */
public interface SponsorSearchContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    SponsorDirectory directory();

    SponsorRepository sponsors();

    LegislatureRepository legislatures();

    @Test
    default void names_are_found_without_accents_with_wrong_letters_and_by_other_names() {
        NewSponsor jose = sponsor(named("José", "Núñez-Łódź", List.of("Pepe the Great")));
        NewSponsor amy = sponsor(named("Amy", "Klobuchar", List.of()));
        NewSponsor irish = sponsor(named("Pat", "O'Brien", List.of()));
        store(List.of(jose, amy, irish, sponsor(named("Maria", "Cantwell", List.of()))));

        for (String text : List.of("jose nunez lodz", "NÚÑEZ", "Nunez, José", "pepe great", "núñes", "josé")) {
            assertThat(search(text)).as(text).startsWith(jose.id());
        }
        for (String text : List.of("klobuchar", "Klobachar", "Klobuchr", "kolbuchar", "amy klobucher")) {
            assertThat(search(text)).as(text).startsWith(amy.id());
        }
        for (String text : List.of("OBrien", "o'brien", "O’Brien", "pat obrian")) {
            assertThat(search(text)).as(text).startsWith(irish.id());
        }
        for (String text : List.of("xyzzy", "!!!", "' or 1=1 --")) {
            assertThat(search(text)).as(text).isEmpty();
        }
    }

    @Test
    default void the_best_match_comes_first_and_no_more_than_asked_for() {
        NewSponsor exact = sponsor(named("Ann", "Smith", List.of()));
        NewSponsor longer = sponsor(named("Ann", "Smithsonian", List.of()));
        store(List.of(longer, exact, sponsor(named("Anna", "Smythe", List.of()))));

        assertThat(search("ann smith")).startsWith(exact.id(), longer.id());
        assertThat(search("ann smith", null, 1)).singleElement()
                .satisfies(best -> assertThat(best.score()).isEqualTo(1));
        assertThat(search("ann", new JurisdictionCode("yy"), 9)).isEmpty();
        assertThat(search("ann", BillFixtures.JURISDICTION.code(), 9)).isNotEmpty();
    }

    private static SponsorContent named(String given, String family, List<String> others) {
        SponsorContent content = whole(given, family, given + family.length());
        return new SponsorContent(new SponsorName(given + " " + family, given, family, others), content.party(),
                content.chamber(), content.district(), content.roleTitle(), true, content.contact(),
                content.identifiers(), content.memberships());
    }

    private void store(List<NewSponsor> given) {
        write((session, stored) -> sponsors().upsertBatch(session, given));
    }

    private List<SponsorId> search(String text) {
        return search(text, null, 20).stream().map(match -> match.sponsor().id()).toList();
    }

    private List<SponsorMatch> search(String text, @Nullable JurisdictionCode jurisdiction, int limit) {
        return read(session -> directory().search(session, text, jurisdiction, limit));
    }

    private <T> T read(Function<ReadSession, T> work) {
        return units().read(READ, work);
    }

    private <T> T write(BiFunction<WriteSession, SessionId, T> work) {
        return units().write(WRITE, session -> work.apply(session, legislatures().ensureSession(session,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID()))));
    }
}
