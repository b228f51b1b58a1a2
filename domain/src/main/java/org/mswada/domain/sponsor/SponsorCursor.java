package org.mswada.domain.sponsor;

import java.util.UUID;

/**
 * The place of a sponsor in a list, which is ordered by name for sorting, then id.
 *
 * @param sortName the family name and given name, or the whole name, folded by storage
 * @param id the sponsor
 */
public record SponsorCursor(String sortName, SponsorId id) {
    /** Before every sponsor. */
    public static final SponsorCursor START = new SponsorCursor("", new SponsorId(new UUID(0, 0)));
}
