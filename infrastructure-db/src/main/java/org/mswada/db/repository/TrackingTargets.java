package org.mswada.db.repository;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.tracking.TrackingTarget;

/**
 * How a target is stored: its type and its key, by which it is found, and what it consists of.
 *
 * @param type one of the types that the table knows
 * @param key the value of the generated column
 */
record TrackingTargets(String type, String key, @Nullable BillId bill, @Nullable SponsorId sponsor,
        @Nullable String jurisdiction, @Nullable String subject, @Nullable String search) {
    static TrackingTargets of(TrackingTarget target) {
        return switch (target) {
            case TrackingTarget.OfBill it -> new TrackingTargets("BILL", it.bill().value().toString(), it.bill(), null,
                    null, null, null);
            case TrackingTarget.OfSponsor it -> new TrackingTargets("SPONSOR", it.sponsor().value().toString(), null,
                    it.sponsor(), null, null, null);
            case TrackingTarget.OfSubject it -> new TrackingTargets("SUBJECT",
                    it.jurisdiction().value() + " " + it.subject(), null, null, it.jurisdiction().value(),
                    it.subject(), null);
            case TrackingTarget.OfSearch it -> new TrackingTargets("SEARCH", it.query(), null, null, null, null,
                    it.query());
        };
    }

    static TrackingTarget target(@Nullable BillId bill, @Nullable SponsorId sponsor, @Nullable String jurisdiction,
            @Nullable String subject, @Nullable String search) {
        if (bill != null) {
            return new TrackingTarget.OfBill(bill);
        }
        if (sponsor != null) {
            return new TrackingTarget.OfSponsor(sponsor);
        }
        if (jurisdiction != null && subject != null) {
            return new TrackingTarget.OfSubject(new JurisdictionCode(jurisdiction), subject);
        }
        if (search == null) {
            throw new IllegalStateException("a tracking has no target, which its check refuses");
        }
        return new TrackingTarget.OfSearch(search);
    }
}
