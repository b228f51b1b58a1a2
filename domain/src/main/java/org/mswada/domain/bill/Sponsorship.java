package org.mswada.domain.bill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.sponsor.SponsorId;

/**
 * One sponsor's support of a bill. A person who withdraws and joins again has two.
 *
 * @param ordinal its place in the source's order, from 0
 * @param sponsor who it is, or null when nobody here is known to be meant
 * @param nameAsPrinted the name in the source, kept whoever is meant
 * @param entityType what it is
 * @param role in which role
 * @param joinedOn the day it joined, where known
 * @param withdrawnOn the day it withdrew, if it did
 * @param link whether it is known who is meant
 */
public record Sponsorship(int ordinal, @Nullable SponsorId sponsor, String nameAsPrinted, SponsorEntityType entityType,
        SponsorshipRole role, @Nullable LocalDate joinedOn, @Nullable LocalDate withdrawnOn,
        LinkState link) {
    /** Refuses a negative ordinal, a blank name, and a link that says other than whether there is a sponsor. */
    public Sponsorship {
        if (ordinal < 0) {
            throw new IllegalArgumentException("sponsorship ordinal " + ordinal + " is negative");
        }
        if (nameAsPrinted.isBlank()) {
            throw new IllegalArgumentException("sponsorship " + ordinal + " has a blank name");
        }
        if ((link == LinkState.LINKED) != (sponsor != null)) {
            throw new IllegalArgumentException("sponsorship " + ordinal + " is " + link + " with sponsor " + sponsor);
        }
    }

    /** A sponsorship that is linked, or, without a sponsor, a name only. */
    public Sponsorship(int ordinal, @Nullable SponsorId sponsor, String nameAsPrinted, SponsorEntityType entityType,
            SponsorshipRole role, @Nullable LocalDate joinedOn, @Nullable LocalDate withdrawnOn) {
        this(ordinal, sponsor, nameAsPrinted, entityType, role, joinedOn, withdrawnOn,
                sponsor == null ? LinkState.NAME_ONLY : LinkState.LINKED);
    }
}
