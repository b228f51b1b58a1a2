package org.mswada.support.portcontracts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.ContentHash;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.JurisdictionId;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;

/** Valid data to start from; a test changes only what it is about. */
public final class BillFixtures {
    public static final LocalDate INTRODUCED_ON = LocalDate.of(2025, 3, 10);

    public static final Jurisdiction JURISDICTION = new Jurisdiction(
            new JurisdictionId("ocd-jurisdiction/country:xx/government"), new JurisdictionCode("xx"), "Exampleland",
            Jurisdiction.Classification.COUNTRY, ZoneId.of("UTC"));

    public static final LegislativeSession SESSION = session("2025");

    private BillFixtures() {}

    public static LegislativeSession session(String identifier) {
        return new LegislativeSession(new SessionIdentifier(identifier), "Session " + identifier,
                LegislativeSession.Classification.PRIMARY, LocalDate.of(2025, 1, 1), null);
    }

    public static BillKey key(String number) {
        return new BillKey(JURISDICTION.code(), SESSION.identifier(), BillIdentifier.of(number));
    }

    public static BillAction action(int sequence, @Nullable BillStatus status) {
        return new BillAction(sequence, INTRODUCED_ON.plusDays(sequence), null, "Action " + sequence,
                List.of("introduction"), status);
    }

    public static Sponsorship nameOnly(int ordinal, String name) {
        return new Sponsorship(ordinal, null, name, SponsorEntityType.PERSON, SponsorshipRole.COSPONSOR, null, null);
    }

    public static BillContent bill(SessionId session, String number) {
        return bill(session, number, INTRODUCED_ON, "An Act concerning " + number);
    }

    public static BillContent bill(SessionId session, String number, LocalDate introducedOn, String title) {
        return bill(session, number, introducedOn, title, List.of(nameOnly(0, "Member for District 1")),
                List.of(action(0, BillStatus.IN_COMMITTEE)));
    }

    public static BillContent bill(SessionId session, String number, LocalDate introducedOn, String title,
            List<Sponsorship> sponsorships, List<BillAction> actions) {
        return new BillContent(new BillId(UUID.randomUUID()), session, BillIdentifier.of(number),
                BillClassification.BILL, Chamber.LOWER, title, null, null, List.of("Water", "Roads"),
                BillProgress.of(introducedOn, actions), null, BillContext.NONE, sponsorships, actions, List.of(),
                hash(title + sponsorships + actions));
    }

    /** Returns the bill with this context and these related bills, under another hash. */
    public static BillContent with(BillContent bill, BillContext context, List<RelatedBill> related) {
        return new BillContent(bill.newId(), bill.session(), bill.identifier(), bill.classification(),
                bill.originChamber(), bill.title(), bill.shortTitle(), bill.summary(), bill.subjects(),
                bill.progress(), bill.lawNumber(), context, bill.sponsorships(), bill.actions(), related,
                hash(bill.hash() + context.toString() + related));
    }

    /** Returns the bill as that kind of measure of that chamber, with these subjects and this summary. */
    public static BillContent with(BillContent bill, BillClassification classification, Chamber chamber,
            List<String> subjects, @Nullable String summary) {
        return new BillContent(bill.newId(), bill.session(), bill.identifier(), classification, chamber, bill.title(),
                bill.shortTitle(), summary, subjects, bill.progress(), bill.lawNumber(), bill.context(),
                bill.sponsorships(), bill.actions(), bill.related(),
                hash(bill.hash() + classification.name() + chamber + subjects + summary));
    }

    private static ContentHash hash(String content) {
        return new ContentHash(String.format("%064x", content.hashCode() & 0xFFFF_FFFFL));
    }
}
