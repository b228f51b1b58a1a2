package org.mswada.http.bill;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.LinkState;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;

/** A sponsorship of a bill; the schema {@code Sponsorship} of the OpenAPI file describes it. */
record SponsorshipView(@Nullable UUID sponsorId, @Nullable String sponsorUrl, LinkState link, String nameAsPrinted,
        SponsorEntityType entityType, SponsorshipRole role, @Nullable LocalDate joinedOn,
        @Nullable LocalDate withdrawnOn) {

    static SponsorshipView of(Sponsorship sponsorship) {
        UUID sponsor = sponsorship.sponsor() == null ? null : sponsorship.sponsor().value();
        return new SponsorshipView(sponsor, sponsor == null ? null : "/v1/sponsors/" + sponsor,
                sponsorship.link(), sponsorship.nameAsPrinted(), sponsorship.entityType(), sponsorship.role(),
                sponsorship.joinedOn(),
                sponsorship.withdrawnOn());
    }
}
