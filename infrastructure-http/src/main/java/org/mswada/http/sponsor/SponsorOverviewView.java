package org.mswada.http.sponsor;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorOverview;

/** A sponsor in a list; the schema {@code SponsorOverview} of the OpenAPI file describes it. */
record SponsorOverviewView(UUID id, String url, String jurisdiction, String name, @Nullable String party,
        @Nullable Chamber chamber, @Nullable String district, boolean active) {

    static SponsorOverviewView of(SponsorOverview sponsor) {
        return new SponsorOverviewView(sponsor.id().value(), url(sponsor.id()),
                sponsor.jurisdiction().value(), sponsor.name(), sponsor.party(), sponsor.chamber(),
                sponsor.district(), sponsor.active());
    }

    static String url(SponsorId id) {
        return "/v1/sponsors/" + id.value();
    }
}
