package org.mswada.application.memory;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.ImportedSponsor;
import org.mswada.application.importing.ImportedSponsorship;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.RelationKind;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.JurisdictionId;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** Small made-up bills. */
public final class Samples {
    /** The day the bills are introduced. */
    public static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    /** The jurisdiction of the bills. */
    public static final Jurisdiction JURISDICTION = new Jurisdiction(
            new JurisdictionId("ocd-jurisdiction/country:xx/government"), new JurisdictionCode("xx"), "Nowhere",
            Jurisdiction.Classification.COUNTRY, ZoneOffset.UTC);

    private Samples() {}

    /** Returns a bill of session 2025 with this title. */
    public static ImportedBill bill(String number, String title) {
        return bill("2025", number, title);
    }

    /** Returns a bill of this session with this title, sponsored by members 1 and 2 and somebody unknown. */
    public static ImportedBill bill(String session, String number, String title) {
        return new ImportedBill(JURISDICTION, session(session), BillIdentifier.of(number), BillClassification.BILL,
                Chamber.LOWER, title, "Short", "Summary", List.of("Trade", "Tax"), DAY, null,
                new BillContext(List.of(new ExternalIdentifier("test", session + "/" + number)), List.of("Coast"),
                        "https://example.org/" + session, "{}"),
                List.of(sponsorship(member("1"), SponsorshipRole.PRIMARY),
                        sponsorship(member("2"), SponsorshipRole.COSPONSOR),
                        sponsorship(null, SponsorshipRole.COSPONSOR)),
                List.of(new BillAction(0, DAY, null, "Introduced.", List.of("introduction"), BillStatus.INTRODUCED),
                        new BillAction(1, DAY.plusDays(7), null, "Referred.", List.of("referral-committee"),
                                BillStatus.IN_COMMITTEE)),
                List.of(new RelatedBill(0, new SessionIdentifier(session), BillIdentifier.of("S 1"),
                        RelationKind.COMPANION, null, null)));
    }

    /** Returns a bill of session 2025 of which nothing is known but its title. */
    public static ImportedBill bare(String number) {
        return new ImportedBill(JURISDICTION, session("2025"), BillIdentifier.of(number), BillClassification.BILL,
                Chamber.LOWER, "Bare", null, null, List.of(), DAY, null, BillContext.NONE, List.of(), List.of(),
                List.of());
    }

    private static LegislativeSession session(String identifier) {
        return new LegislativeSession(new SessionIdentifier(identifier), "Session " + identifier,
                LegislativeSession.Classification.PRIMARY, DAY, null);
    }

    /** Returns the member of this identifier. */
    public static ImportedSponsor member(String identifier) {
        return new ImportedSponsor(new ExternalIdentifier("test", identifier), "Member " + identifier, Chamber.LOWER,
                "District " + identifier, "Rep.");
    }

    private static ImportedSponsorship sponsorship(@Nullable ImportedSponsor sponsor, SponsorshipRole role) {
        return new ImportedSponsorship(sponsor, sponsor == null ? "Somebody" : sponsor.name(), SponsorEntityType.PERSON,
                role, DAY, null);
    }

    /** Returns ids that count from 1. */
    public static IdSource ids() {
        AtomicLong last = new AtomicLong();
        return () -> new UUID(0x7000, last.incrementAndGet());
    }
}
