package org.mswada.http.sponsor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContact;
import org.mswada.domain.sponsor.SponsorContent;

/** A sponsor; the schema {@code Sponsor} of the OpenAPI file describes it. */
record SponsorView(UUID id, String url, String jurisdiction, String name, @Nullable String givenName,
        @Nullable String familyName, List<String> otherNames, @Nullable String party, @Nullable Chamber chamber,
        @Nullable String district, @Nullable String roleTitle, boolean active, ContactView contact,
        List<IdentifierView> identifiers, List<MembershipView> memberships) {

    static SponsorView of(Sponsor sponsor) {
        SponsorContent content = sponsor.content();
        return new SponsorView(sponsor.id().value(), SponsorOverviewView.url(sponsor.id()),
                sponsor.jurisdiction().value(), content.name().full(), content.name().given(),
                content.name().family(), content.name().others(), content.party(), content.chamber(),
                content.district(), content.roleTitle(), content.isActive(), ContactView.of(content.contact()),
                content.identifiers().stream().map(IdentifierView::of).toList(),
                content.memberships().stream().map(MembershipView::of).toList());
    }

    /** How a sponsor's office is reached; the schema {@code Contact} of the OpenAPI file describes it. */
    record ContactView(@Nullable String email, @Nullable String phone, @Nullable String url) {
        static ContactView of(SponsorContact contact) {
            return new ContactView(contact.email(), contact.phone(), contact.url());
        }
    }

    /** A sponsor's name in another register; the schema {@code Identifier} of the OpenAPI file describes it. */
    record IdentifierView(String scheme, String identifier) {
        static IdentifierView of(ExternalIdentifier identifier) {
            return new IdentifierView(identifier.scheme(), identifier.identifier());
        }
    }

    /** Where a sponsor sat for a time; the schema {@code Membership} of the OpenAPI file describes it. */
    record MembershipView(String organization, @Nullable Chamber chamber, @Nullable String role, @Nullable String party,
            @Nullable String district, LocalDate startDate, @Nullable LocalDate endDate) {
        static MembershipView of(Membership membership) {
            return new MembershipView(membership.organization(), membership.chamber(), membership.role(),
                    membership.party(), membership.district(), membership.start(), membership.end());
        }
    }
}
