package org.mswada.domain.sponsorship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.SponsorshipRole;

/**
 * A bill that somebody sponsors.
 *
 * @param bill the bill
 * @param ordinal the place of the sponsorship in the bill
 * @param role in which role
 * @param introducedOn the day the bill was introduced
 * @param joinedOn the day the sponsor joined, where known
 * @param withdrawnOn the day the sponsor withdrew, if it did
 */
public record SponsoredBill(BillId bill, int ordinal, SponsorshipRole role, LocalDate introducedOn,
        @Nullable LocalDate joinedOn, @Nullable LocalDate withdrawnOn) {}
