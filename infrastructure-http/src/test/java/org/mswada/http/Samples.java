package org.mswada.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mswada.application.bill.BillDetails;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.LinkState;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContact;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorName;

/** A few bills and sponsors. */
final class Samples {
    static final LocalDate INTRODUCED = LocalDate.of(2013, 4, 12);
    /** The one with all there is. */
    static final Sponsor MEMBER = sponsor(9001, new SponsorContent(
            new SponsorName("Jane Doe", "Jane", "Doe", List.of("Doe, Jane")), "Green", Chamber.LOWER, "CA-12", "Rep.",
            false,
            new SponsorContact("doe@example.org", "+1 555", "https://doe.example.org"),
            List.of(new ExternalIdentifier("bioguide", "D000001")),
            List.of(new Membership("Assembly", null, null, null, null, LocalDate.of(2001, 1, 3),
                    LocalDate.of(2009, 1, 2)),
                    new Membership("House", Chamber.LOWER, "member", "Green", "CA-12", LocalDate.of(2009, 1, 3),
                            null))));
    /** The one with nothing that may be absent. */
    static final Sponsor COMMITTEE = sponsor(9002, SponsorContent.asPrinted("Rules", null, null, null, List.of()));
    /** The one with all there is. */
    static final BillDetails FULL = full();
    /** The one with nothing that may be absent. */
    static final BillDetails BARE = bare("us", "113", "S 2", 2, BillStatus.INTRODUCED, Chamber.UPPER);
    static final BillDetails SLASHED = bare("eu", "9", "2019/0123(COD)", 3, BillStatus.LAPSED, Chamber.UNICAMERAL);

    private Samples() {}

    /** FULL, BARE, SLASHED and 20 more House bills of session 112, all of one day. */
    static List<BillDetails> bills() {
        return Stream.concat(Stream.of(FULL, BARE, SLASHED), IntStream.range(100, 120)
                .mapToObj(number -> bare("us", "112", "HR " + number, number, BillStatus.REPORTED, Chamber.LOWER)))
                .toList();
    }

    private static Sponsor sponsor(int id, SponsorContent content) {
        return new Sponsor(new SponsorId(id(id)), new JurisdictionCode("us"), content, 1, Instant.EPOCH, Instant.EPOCH);
    }

    static UUID id(int number) {
        return UUID.fromString("01890a5d-ac96-774b-bcce-%012d".formatted(number));
    }

    private static BillDetails full() {
        List<BillAction> actions = List.of(
                new BillAction(0, INTRODUCED, Instant.parse("2013-04-12T14:30:00Z"),
                        "Referred to the Committee on Rules.",
                        List.of("referral-committee"), BillStatus.IN_COMMITTEE),
                new BillAction(1, INTRODUCED.plusDays(3), null, "Hearing held.", List.of(), null));
        List<Sponsorship> sponsorships = List.of(
                new Sponsorship(0, MEMBER.id(), "Rep. Doe, Jane [D-CA-12]", SponsorEntityType.PERSON,
                        SponsorshipRole.PRIMARY, INTRODUCED, INTRODUCED.plusDays(9)),
                new Sponsorship(1, null, "Rep. Unknown", SponsorEntityType.OTHER, SponsorshipRole.BY_REQUEST, null,
                        null),
                new Sponsorship(2, null, "Rep. Smith", SponsorEntityType.PERSON, SponsorshipRole.COSPONSOR, null, null,
                        LinkState.AMBIGUOUS));
        BillOverview overview = new BillOverview(new BillId(id(1)), key("us", "113", "H.R. 1531"),
                BillClassification.JOINT_RESOLUTION, Chamber.LOWER, "To name a post office", "Post Office Act",
                BillProgress.of(INTRODUCED, actions), 4, Instant.parse("2026-02-03T04:05:06Z"));
        return new BillDetails(
                new Bill(overview, "It names a post office.", List.of("Postal service", "Names"), "113-7",
                        BillContext.NONE, false, Instant.parse("2026-01-02T03:04:05.678Z")),
                sponsorships, actions);
    }

    private static BillDetails bare(String jurisdiction, String session, String number, int id, BillStatus status,
            Chamber chamber) {
        LocalDate introduced = INTRODUCED.minusDays(10);
        BillOverview overview = new BillOverview(new BillId(id(id)), key(jurisdiction, session, number),
                BillClassification.BILL, chamber, "A bill", null,
                new BillProgress(status, introduced, null, introduced, null, null), 1, Instant.EPOCH);
        return new BillDetails(new Bill(overview, null, List.of(), null, BillContext.NONE, false, Instant.EPOCH),
                List.of(),
                List.of());
    }

    private static BillKey key(String jurisdiction, String session, String number) {
        return new BillKey(new JurisdictionCode(jurisdiction), new SessionIdentifier(session),
                BillIdentifier.of(number));
    }
}
