package org.mswada.support.portcontracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorContact;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorName;

/** Valid sponsors to start from; a test changes only what it is about. */
public final class SponsorFixtures {
    private SponsorFixtures() {}

    public static ExternalIdentifier identifier(String identifier) {
        return new ExternalIdentifier("test", identifier);
    }

    /** As a bill names it, and as it is stored then. */
    public static NewSponsor printed(String name, String... identifiers) {
        return sponsor(said(name, identifiers).activeOr(true));
    }

    /** All that a bill says of it. */
    public static SponsorContent said(String name, String... identifiers) {
        return SponsorContent.asPrinted(name, Chamber.LOWER, "7", "Rep.", identifiers(identifiers));
    }

    /** With all there is. */
    public static SponsorContent whole(String given, String family, String... identifiers) {
        return new SponsorContent(
                new SponsorName(given + " " + family, given, family, List.of("The Honourable " + family)), "Green",
                Chamber.UPPER, "North", "Sen.", true,
                new SponsorContact("office@example.org", "+1 555", "https://example.org"), identifiers(identifiers),
                List.of(term(Chamber.LOWER, "2001-01-03", "2009-01-02"), term(Chamber.UPPER, "2009-01-03", null)));
    }

    public static Membership term(Chamber chamber, String start, @Nullable String end) {
        return new Membership(chamber == Chamber.LOWER ? "House" : "Senate", chamber, "member", "Green", "North",
                LocalDate.parse(start), end == null ? null : LocalDate.parse(end));
    }

    public static SponsorContent in(SponsorContent content, @Nullable String party, @Nullable String district,
            boolean active) {
        return new SponsorContent(content.name(), party, content.chamber(), district, content.roleTitle(), active,
                content.contact(), content.identifiers(), content.memberships());
    }

    public static SponsorContent with(SponsorContent content, List<Membership> memberships) {
        return new SponsorContent(content.name(), content.party(), content.chamber(), content.district(),
                content.roleTitle(), content.active(), content.contact(), content.identifiers(), memberships);
    }

    public static NewSponsor sponsor(SponsorContent content) {
        return new NewSponsor(new SponsorId(UUID.randomUUID()), BillFixtures.JURISDICTION.code(), content);
    }

    private static List<ExternalIdentifier> identifiers(String... identifiers) {
        return List.of(identifiers).stream().map(SponsorFixtures::identifier).toList();
    }
}
