package org.mswada.domain.tracking;

import org.mswada.domain.bill.BillId;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorId;

/** What can be followed. */
public sealed interface TrackingTarget {
    /** A bill. */
    record OfBill(BillId bill) implements TrackingTarget {}

    /** All that a sponsor does. */
    record OfSponsor(SponsorId sponsor) implements TrackingTarget {}

    /** All bills of a jurisdiction on a subject. */
    record OfSubject(JurisdictionCode jurisdiction, String subject) implements TrackingTarget {
        /** Refuses a subject that is blank or longer than 500 characters. */
        public OfSubject {
            check(subject, "subject");
        }
    }

    /** All that a search finds. */
    record OfSearch(String query) implements TrackingTarget {
        /** Refuses a query that is blank or longer than 500 characters. */
        public OfSearch {
            check(query, "search");
        }
    }

    private static void check(String text, String what) {
        int maximum = 500;
        if (text.isBlank() || text.length() > maximum) {
            throw new IllegalArgumentException("the " + what + " to follow is blank or longer than " + maximum
                    + " characters");
        }
    }
}
