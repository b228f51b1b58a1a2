package org.mswada.domain.sponsor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.BillFixtures;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** What every adapter of {@link SponsorRepository} does. Each test begins with empty storage. */
public interface SponsorRepositoryContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    SponsorRepository sponsors();

    LegislatureRepository legislatures();

    @Test
    default void what_is_stored_is_found_again_whole() {
        Sponsor sponsor = sponsor("Member for District 7", "00007");

        assertThat(ensure(sponsor)).containsExactly(Map.entry(sponsor.identifiers().getFirst(), sponsor.id()));

        assertThat(units().read(READ, session -> sponsors().findById(session, sponsor.id()))).contains(sponsor);
    }

    @Test
    default void what_is_not_there_is_empty() {
        assertThat(units().read(READ, session -> sponsors().findById(session, new SponsorId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    default void a_known_identifier_is_the_same_sponsor_and_left_as_it_is() {
        Sponsor first = sponsor("Member for District 7", "00007");
        ensure(first);

        Sponsor again = sponsor("Somebody else", "00007");
        assertThat(ensure(again, sponsor("Another", "7"))).hasSize(2)
                .containsEntry(again.identifiers().getFirst(), first.id());

        assertThat(units().read(READ, session -> sponsors().findById(session, first.id()))).contains(first);
    }

    @Test
    default void nobody_is_stored_for_nobody() {
        assertThat(ensure()).isEmpty();
    }

    private Sponsor sponsor(String name, String identifier) {
        return new Sponsor(new SponsorId(UUID.randomUUID()), BillFixtures.JURISDICTION.code(), name, Chamber.LOWER,
                "7", "Rep.", List.of(new ExternalIdentifier("test", identifier)));
    }

    private Map<ExternalIdentifier, SponsorId> ensure(Sponsor... given) {
        return units().write(WRITE, session -> {
            legislatures().ensureSession(session, BillFixtures.JURISDICTION, BillFixtures.SESSION,
                    new SessionId(UUID.randomUUID()));
            return sponsors().ensureAll(session, List.of(given));
        });
    }
}
