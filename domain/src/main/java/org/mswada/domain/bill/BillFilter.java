package org.mswada.domain.bill;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;

/**
 * Which bills a list holds. A part that is null or empty does not restrict.
 *
 * @param jurisdiction only bills of this jurisdiction
 * @param session only bills of sessions of this name
 * @param statuses only bills in one of these statuses
 * @param chamber only bills introduced in this chamber
 */
public record BillFilter(@Nullable JurisdictionCode jurisdiction, @Nullable SessionIdentifier session,
        Set<BillStatus> statuses, @Nullable Chamber chamber) {
    /** A filter that restricts nothing. */
    public static final BillFilter ALL = new BillFilter(null, null, Set.of(), null);

    /** Copies the statuses. */
    public BillFilter {
        statuses = Set.copyOf(statuses);
    }
}
