package org.mswada.db.repository;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsorship.SponsoredBill;
import org.mswada.domain.sponsorship.SponsoredBillPage;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.portcontracts.SponsorFixtures;

/** What a sponsor supports. */
final class WalkedSponsoredBills implements WalkedList<SponsoredBill> {
    private final JooqSponsoredBills repository = new JooqSponsoredBills();
    private final WrittenBills bills = new WrittenBills();
    private final NewSponsor sponsor = SponsorFixtures.printed("Ada");

    @Override
    public void begin(WriteSession session) {
        bills.begin(session);
        new JooqSponsorRepository().create(session, sponsor);
    }

    @Override
    public Object insert(WriteSession session, int number) {
        return bills.insert(session, number, sponsorships());
    }

    @Override
    public void change(WriteSession session, int number, int how) {
        bills.change(session, number, how, sponsorships());
    }

    @Override
    public void delete(WriteSession session, int number) {
        bills.delete(session, number);
    }

    @Override
    public Part<SponsoredBill> part(ReadSession session, @Nullable SponsoredBill after, int limit) {
        SponsoredBillPage page = repository.list(session, sponsor.id(), null, after, limit);
        return new Part<>(page.items().stream().map(SponsoredBill::bill).toList(), page.next());
    }

    private List<Sponsorship> sponsorships() {
        return List.of(new Sponsorship(0, sponsor.id(), "Ada", SponsorEntityType.PERSON, SponsorshipRole.PRIMARY, null,
                null));
    }

    @Override
    public String toString() {
        return "bills of a sponsor";
    }
}
