package org.mswada.importing.uscongress;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mswada.application.importing.ImportedSponsor;
import org.mswada.application.importing.ImportedSponsorship;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.ExternalIdentifier;

/**
 * Lists the sponsor first, then the cosponsors in the file's order. A member who introduced the bill by request of the
 * executive is its primary sponsor too.
 */
final class SponsorshipMapper {
    private static final String SCHEME = "thomas";

    private SponsorshipMapper() {}

    static List<ImportedSponsorship> sponsorships(BillRecord bill) {
        List<BillRecord.@Nullable Member> cosponsors = SourceText.present(bill.cosponsors(), "cosponsors");
        List<ImportedSponsorship> sponsorships = new ArrayList<>(cosponsors.size() + 1);
        if (bill.sponsor() != null) {
            sponsorships.add(sponsorship(bill.sponsor(), SponsorshipRole.PRIMARY, "sponsor"));
        }
        for (int place = 0; place < cosponsors.size(); place++) {
            sponsorships
                    .add(sponsorship(cosponsors.get(place), SponsorshipRole.COSPONSOR, "cosponsors[" + place + "]"));
        }
        return sponsorships;
    }

    private static ImportedSponsorship sponsorship(BillRecord.@Nullable Member member, SponsorshipRole role,
            String field) {
        try {
            BillRecord.Member present = SourceText.present(member, "");
            String name = SourceText.required(present.name(), "name");
            return new ImportedSponsorship(sponsor(present, name), name, SponsorEntityType.PERSON, role,
                    SourceText.optionalDate(present.sponsoredAt(), "sponsored_at"),
                    SourceText.optionalDate(present.withdrawnAt(), "withdrawn_at"));
        } catch (BrokenRecordException e) {
            throw e.within(field);
        }
    }

    private static ImportedSponsor sponsor(BillRecord.Member member, String name) {
        String title = SourceText.required(member.title(), "title");
        return new ImportedSponsor(new ExternalIdentifier(SCHEME, SourceText.required(member.thomasId(), "thomas_id")),
                name, chamber(title), district(member), title + ".");
    }

    /** Delegates and the Resident Commissioner sit in the House. */
    private static Chamber chamber(String title) {
        return switch (title) {
            case "Sen" -> Chamber.UPPER;
            case "Rep", "Del", "Com" -> Chamber.LOWER;
            default ->
                throw new BrokenRecordException("title", "is '" + title + "', which is none of Rep, Sen, Del, Com");
        };
    }

    /** Returns {@code NY-14}, or {@code NY} for those whom the whole state elects: senators and members at large. */
    private static String district(BillRecord.Member member) {
        String state = SourceText.required(member.state(), "state");
        String district = SourceText.optional(member.district(), "district");
        return district == null ? state : state + "-" + district;
    }
}
