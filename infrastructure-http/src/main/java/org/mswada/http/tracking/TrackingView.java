package org.mswada.http.tracking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.tracking.Tracking;
import org.mswada.domain.tracking.TrackingFrequency;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingStance;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.tracking.TrackingTrigger;

/** Something that is followed; the schema {@code Tracking} of the OpenAPI file describes it. */
record TrackingView(String kind, @Nullable UUID billId, @Nullable UUID sponsorId, @Nullable String jurisdiction,
        @Nullable String subject, @Nullable String query, List<TrackingTrigger> triggers, TrackingFrequency frequency,
        @Nullable TrackingStance stance, boolean paused, Instant createdAt) {

    static TrackingView of(Tracking tracking) {
        return switch (tracking.target()) {
            case TrackingTarget.OfBill target -> of("bill", target.bill().value(), null, null, null, null, tracking);
            case TrackingTarget.OfSponsor target ->
                of("sponsor", null, target.sponsor().value(), null, null, null, tracking);
            case TrackingTarget.OfSubject target -> of("subject", null, null, target.jurisdiction().value(),
                    target.subject(), null, tracking);
            case TrackingTarget.OfSearch target -> of("search", null, null, null, null, target.query(), tracking);
        };
    }

    private static TrackingView of(String kind, @Nullable UUID bill, @Nullable UUID sponsor,
            @Nullable String jurisdiction, @Nullable String subject, @Nullable String query, Tracking tracking) {
        TrackingPreferences preferences = tracking.preferences();
        return new TrackingView(kind, bill, sponsor, jurisdiction, subject, query,
                preferences.triggers().stream().sorted().toList(), preferences.frequency(), preferences.stance(),
                tracking.paused(), tracking.createdAt());
    }
}
