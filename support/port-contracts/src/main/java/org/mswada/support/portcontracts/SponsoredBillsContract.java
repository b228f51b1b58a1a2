package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.support.portcontracts.SponsorFixtures.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsorship.SponsoredBill;
import org.mswada.domain.sponsorship.SponsoredBillPage;
import org.mswada.domain.sponsorship.SponsoredBills;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** What every adapter of {@link SponsoredBills} does. Each test begins with empty storage. */
public interface SponsoredBillsContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    SponsoredBills sponsoredBills();

    SponsorRepository sponsors();

    BillWriteRepository bills();

    LegislatureRepository legislatures();

    @Test
    default void bills_of_a_sponsor_are_listed_by_role_and_walked_by_pages() {
        NewSponsor ada = printed("Ada", "1");
        store(List.of(ada, printed("Bob", "2")));
        storeBill("HR 1", BillStatus.ENACTED, support(0, ada, SponsorshipRole.PRIMARY, false));
        storeBill("HR 2", BillStatus.FAILED, support(0, ada, SponsorshipRole.PRIMARY, false));
        storeBill("HR 3", BillStatus.ENACTED, support(0, ada, SponsorshipRole.COSPONSOR, true),
                support(1, ada, SponsorshipRole.COSPONSOR, false));
        storeBill("HR 4", BillStatus.ENACTED, BillFixtures.nameOnly(0, "Ada"));

        assertThat(billsOf(ada.id(), SponsorshipRole.PRIMARY, null, 9).items()).hasSize(2)
                .extracting(SponsoredBill::role).containsOnly(SponsorshipRole.PRIMARY);
        assertThat(billsOf(ada.id(), SponsorshipRole.JOINT, null, 9).items()).isEmpty();
        List<SponsoredBill> whole = billsOf(ada.id(), null, null, 9).items();
        List<SponsoredBill> walked = new ArrayList<>();
        SponsoredBill after = null;
        do {
            SponsoredBillPage page = billsOf(ada.id(), null, after, 1);
            walked.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(walked).hasSize(4).isEqualTo(whole);
        assertThat(whole).filteredOn(each -> each.withdrawnOn() != null).hasSize(1);
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

    private SponsoredBillPage billsOf(SponsorId id, @Nullable SponsorshipRole role, @Nullable SponsoredBill after,
            int limit) {
        return read(session -> sponsoredBills().list(session, id, role, after, limit));
    }

    private <T> T read(Function<ReadSession, T> work) {
        return units().read(READ, work);
    }

    private <T> T write(BiFunction<WriteSession, SessionId, T> work) {
        return units().write(WRITE, session -> work.apply(session, legislatures().ensureSession(session,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID()))));
    }
}
