package org.mswada.db.repository;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorCursor;
import org.mswada.domain.sponsor.SponsorFilter;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorOverview;
import org.mswada.domain.sponsor.SponsorPage;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.portcontracts.BillFixtures;
import org.mswada.support.portcontracts.SponsorFixtures;

/** The active sponsors of a party, by name. One that is deactivated is out of the list. */
final class WalkedSponsors implements WalkedList<SponsorCursor> {
    /** Names follow one another in another order than numbers. */
    private static final int SCATTER = 379;
    private static final int NAMES = 1000;

    private final JooqSponsorDirectory directory = new JooqSponsorDirectory();
    private final JooqSponsorRepository sponsors = new JooqSponsorRepository();
    private final String party = UUID.randomUUID().toString();
    private final Map<Integer, SponsorId> stored = new ConcurrentHashMap<>();

    @Override
    public void begin(WriteSession session) {
        new JooqLegislatureRepository().ensureJurisdiction(session, BillFixtures.JURISDICTION);
    }

    @Override
    public Object insert(WriteSession session, int number) {
        NewSponsor sponsor = SponsorFixtures.sponsor(content(number * SCATTER % NAMES, true));
        sponsors.create(session, sponsor);
        stored.put(number, sponsor.id());
        return sponsor.id();
    }

    @Override
    public void change(WriteSession session, int number, int how) {
        update(session, number, content(how, true));
    }

    @Override
    public void delete(WriteSession session, int number) {
        update(session, number, content(number, false));
    }

    private void update(WriteSession session, int number, SponsorContent content) {
        Sponsor sponsor = sponsors.findById(session, stored.get(number)).orElseThrow();
        sponsors.update(session, sponsor.id(), content, sponsor.version());
    }

    private SponsorContent content(int name, boolean active) {
        return SponsorFixtures.in(SponsorContent.asPrinted("Member %03d".formatted(name), null, null, null, List.of()),
                party, null, active);
    }

    @Override
    public Part<SponsorCursor> part(ReadSession session, @Nullable SponsorCursor after, int limit) {
        SponsorPage page = directory.list(session, new SponsorFilter(null, party, null, null, true, null),
                after == null ? SponsorCursor.START : after, limit);
        return new Part<>(page.items().stream().map(SponsorOverview::id).toList(), page.next());
    }

    @Override
    public String toString() {
        return "sponsors";
    }
}
