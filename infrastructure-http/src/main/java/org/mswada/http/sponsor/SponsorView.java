package org.mswada.http.sponsor;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContent;

/** A sponsor; the schema {@code Sponsor} of the OpenAPI file describes it. */
record SponsorView(UUID id, String url, String jurisdiction, String name, @Nullable Chamber chamber,
        @Nullable String district, @Nullable String roleTitle, List<IdentifierView> identifiers) {

    static SponsorView of(Sponsor sponsor) {
        SponsorContent content = sponsor.content();
        return new SponsorView(sponsor.id().value(), "/v1/sponsors/" + sponsor.id().value(),
                sponsor.jurisdiction().value(), content.name().full(), content.chamber(), content.district(),
                content.roleTitle(), content.identifiers().stream().map(IdentifierView::of).toList());
    }

    /** A sponsor's name in another register; the schema {@code Identifier} of the OpenAPI file describes it. */
    record IdentifierView(String scheme, String identifier) {
        static IdentifierView of(ExternalIdentifier identifier) {
            return new IdentifierView(identifier.scheme(), identifier.identifier());
        }
    }
}
