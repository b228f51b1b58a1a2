package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.SponsorFixtures.identifier;
import static org.mswada.support.portcontracts.SponsorFixtures.printed;
import static org.mswada.support.portcontracts.SponsorFixtures.said;
import static org.mswada.support.portcontracts.SponsorFixtures.sponsor;
import static org.mswada.support.portcontracts.SponsorFixtures.whole;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsor.SponsorUpsertResult;
import org.mswada.domain.sponsor.SponsorWriteResult;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** What every adapter of {@link SponsorRepository} does. Each test begins with empty storage. */
public interface SponsorRepositoryContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    SponsorRepository sponsors();

    LegislatureRepository legislatures();

    @Test
    default void what_is_stored_is_found_again_whole() {
        NewSponsor given = sponsor(whole("Ada", "O'Hara", "00007", "x"));

        assertThat(create(given)).isEqualTo(new SponsorWriteResult.Written(given.id(), 1));

        Sponsor found = byId(given.id()).orElseThrow();
        assertThat(found.content()).isEqualTo(given.content());
        assertThat(found.jurisdiction()).isEqualTo(given.jurisdiction());
        assertThat(found.version()).isEqualTo(1);
        assertThat(byIdentifier(identifier("00007"))).contains(found);
        assertThat(byIdentifier(identifier("7"))).isEmpty();
        assertThat(units().<Boolean>read(READ, session -> sponsors().isKnown(session, identifier("x")))).isTrue();
        assertThat(units().<Boolean>read(READ, session -> sponsors().isKnown(session, identifier("7")))).isFalse();
    }

    @Test
    default void several_are_found_in_the_order_asked_for() {
        List<NewSponsor> given = List.of(printed("A", "1"), printed("B", "2"), printed("C", "3"));
        upsert(given.toArray(NewSponsor[]::new));
        SponsorId unknown = new SponsorId(UUID.randomUUID());

        List<SponsorId> asked = List.of(given.get(2).id(), unknown, given.get(0).id());
        assertThat(units().<List<Sponsor>>read(READ, session -> sponsors().findByIds(session, asked)))
                .extracting(Sponsor::id).containsExactly(given.get(2).id(), given.get(0).id());
        assertThatThrownBy(() -> units().read(READ, session -> sponsors().findByIds(session,
                Collections.nCopies(SponsorRepository.MAXIMUM_BATCH + 1, unknown))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at most 500");
    }

    @Test
    default void several_are_found_whole_by_any_of_their_identifiers() {
        NewSponsor both = sponsor(whole("Ada", "Hara", "1", "one"));
        upsert(both, printed("B", "2"), printed("C", "3"));

        Map<ExternalIdentifier, Sponsor> found = units().read(READ, session -> sponsors().findByIdentifiers(session,
                List.of(identifier("2"), identifier("one"), identifier("7"), identifier("1"), identifier("2"))));

        Sponsor ada = byId(both.id()).orElseThrow();
        assertThat(found).containsOnlyKeys(identifier("1"), identifier("one"), identifier("2"))
                .containsEntry(identifier("1"), ada).containsEntry(identifier("one"), ada);
        assertThat(ada.content()).isEqualTo(both.content());
    }

    @Test
    default void what_is_not_there_is_empty() {
        assertThat(byId(new SponsorId(UUID.randomUUID()))).isEmpty();
        assertThat(byIdentifier(identifier("7"))).isEmpty();
        assertThat(units().<Map<ExternalIdentifier, Sponsor>>read(READ,
                session -> sponsors().findByIdentifiers(session, List.of()))).isEmpty();
    }

    @Test
    default void a_known_identifier_is_the_same_sponsor_and_left_as_it_is() {
        NewSponsor first = printed("Member for District 7", "00007");
        assertThat(ensure(first)).containsExactly(Map.entry(identifier("00007"), first.id()));
        Sponsor before = byId(first.id()).orElseThrow();

        assertThat(ensure(printed("Somebody else", "00007"), printed("Another", "7"))).hasSize(2)
                .containsEntry(identifier("00007"), first.id());

        assertThat(byId(first.id())).contains(before);
        assertThat(before.content()).isEqualTo(first.content());
    }

    @Test
    default void nobody_is_stored_for_nobody() {
        assertThat(ensure()).isEmpty();
        assertThat(upsert()).isEmpty();
    }

    @Test
    default void an_identifier_belongs_to_one_sponsor() {
        NewSponsor first = printed("First", "1");
        NewSponsor second = printed("Second", "2");
        create(first);
        create(second);

        SponsorWriteResult taken = new SponsorWriteResult.IdentifierTaken(identifier("1"), first.id());
        assertThat(create(printed("Third", "3", "1"))).isEqualTo(taken);
        assertThat(update(second.id(), whole("Se", "Cond", "1", "2"), 1)).isEqualTo(taken);
        assertThat(byIdentifier(identifier("3"))).isEmpty();
        assertThat(byId(second.id()).orElseThrow().content()).isEqualTo(second.content());
    }

    @Test
    default void a_sponsor_of_an_unknown_jurisdiction_is_not_stored() {
        NewSponsor given = printed("Nowhere", "1");
        NewSponsor nowhere = new NewSponsor(given.id(), new JurisdictionCode("yy"), given.content());

        assertThat(create(nowhere)).isEqualTo(new SponsorWriteResult.UnknownJurisdiction(nowhere.jurisdiction()));
        assertThat(upsert(nowhere)).singleElement().isInstanceOf(SponsorUpsertResult.Rejected.class);
        assertThat(byId(nowhere.id())).isEmpty();
    }

    @Test
    default void an_update_replaces_all_and_counts_a_version() {
        NewSponsor given = sponsor(whole("Ada", "Old", "1", "2"));
        create(given);
        SponsorContent changed = SponsorContent.asPrinted("New", null, null, null, List.of(identifier("3")))
                .activeOr(true);

        assertThat(update(given.id(), changed, 1)).isEqualTo(new SponsorWriteResult.Written(given.id(), 2));

        assertThat(byId(given.id()).orElseThrow().content()).isEqualTo(changed);
        assertThat(byIdentifier(identifier("1"))).isEmpty();
        assertThat(update(given.id(), changed, 2)).as("the same again")
                .isEqualTo(new SponsorWriteResult.Written(given.id(), 2));
    }

    @Test
    default void a_stale_update_and_one_of_nobody_change_nothing() {
        NewSponsor given = printed("Ada", "1");
        create(given);
        update(given.id(), given.content().deactivated(), 1);

        assertThat(update(given.id(), whole("Some", "Body", "1"), 1)).isEqualTo(new SponsorWriteResult.Stale(2));
        assertThat(byId(given.id()).orElseThrow().content()).isEqualTo(given.content().deactivated());
        assertThat(update(new SponsorId(UUID.randomUUID()), given.content(), 1))
                .isEqualTo(new SponsorWriteResult.Missing());
    }

    @Test
    default void a_batch_inserts_supplements_and_leaves_alone_and_says_so_in_its_order() {
        NewSponsor printed = printed("Hara, Ada", "1");
        NewSponsor kept = sponsor(whole("Bob", "Kept", "2"));
        ensure(printed);
        upsert(kept);
        NewSponsor supplement = sponsor(whole("Ada", "Hara", "1", "bioguide-1"));
        NewSponsor fresh = printed("Fresh", "3");
        Sponsor before = byId(kept.id()).orElseThrow();

        assertThat(upsert(fresh, sponsor(kept.content()), supplement)).containsExactly(
                new SponsorUpsertResult.Inserted(fresh.id()), new SponsorUpsertResult.Unchanged(kept.id()),
                new SponsorUpsertResult.Updated(printed.id()));

        Sponsor found = byIdentifier(identifier("bioguide-1")).orElseThrow();
        assertThat(found.id()).isEqualTo(printed.id());
        assertThat(found.version()).isEqualTo(2);
        assertThat(found.content()).isEqualTo(printed.content().supplementedBy(supplement.content()));
        assertThat(found.content().name().others()).contains("Hara, Ada");
        assertThat(byId(kept.id())).as("untouched, its times too").contains(before);
        assertThat(upsert(supplement, fresh)).as("again").allMatch(SponsorUpsertResult.Unchanged.class::isInstance);
    }

    @Test
    default void who_does_not_say_whether_a_sponsor_is_active_leaves_it_so() {
        NewSponsor retired = printed("Ada", "1");
        create(retired);
        update(retired.id(), retired.content().deactivated(), 1);
        Sponsor before = byId(retired.id()).orElseThrow();

        assertThat(upsert(sponsor(said("Ada", "1")), sponsor(said("Bob", "2")))).first()
                .isEqualTo(new SponsorUpsertResult.Unchanged(retired.id()));
        assertThat(update(retired.id(), said("Ada", "1"), 2))
                .isEqualTo(new SponsorWriteResult.Written(retired.id(), 2));
        assertThat(byId(retired.id())).contains(before);
        assertThat(byIdentifier(identifier("2")).orElseThrow().content()).isEqualTo(said("Bob", "2").activeOr(true));
        assertThat(upsert(sponsor(retired.content()))).containsExactly(new SponsorUpsertResult.Updated(retired.id()));
    }

    @Test
    default void what_cannot_be_told_apart_is_rejected_alone() {
        upsert(printed("One", "1"), printed("Two", "2"));
        NewSponsor good = printed("Good", "4");

        List<SponsorUpsertResult> results = upsert(printed("Both", "1", "2"), printed("Nothing to find it by"), good,
                printed("Good once more", "4", "5"));

        assertThat(results).extracting(SponsorUpsertResult.Rejected.class::isInstance)
                .containsExactly(true, true, false, true);
        assertThat(byId(good.id())).isPresent();
        assertThat(byIdentifier(identifier("5"))).isEmpty();
    }

    private Optional<Sponsor> byId(SponsorId id) {
        return units().read(READ, session -> sponsors().findById(session, id));
    }

    private Optional<Sponsor> byIdentifier(ExternalIdentifier identifier) {
        return units().read(READ, session -> sponsors().findByIdentifier(session, identifier));
    }

    private Map<ExternalIdentifier, SponsorId> ensure(NewSponsor... given) {
        return write(session -> sponsors().ensureAll(session, List.of(given)));
    }

    private SponsorWriteResult create(NewSponsor given) {
        return write(session -> sponsors().create(session, given));
    }

    private SponsorWriteResult update(SponsorId id, SponsorContent content, int version) {
        return write(session -> sponsors().update(session, id, content, version));
    }

    private List<SponsorUpsertResult> upsert(NewSponsor... given) {
        return write(session -> sponsors().upsertBatch(session, List.of(given)));
    }

    private <T> T write(Function<WriteSession, T> work) {
        return units().write(WRITE, session -> {
            legislatures().ensureSession(session, BillFixtures.JURISDICTION, BillFixtures.SESSION,
                    new SessionId(UUID.randomUUID()));
            return work.apply(session);
        });
    }
}
