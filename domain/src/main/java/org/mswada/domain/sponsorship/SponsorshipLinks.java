package org.mswada.domain.sponsorship;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/**
 * Finds out who is meant by sponsorships that only print a name. A bill whose sponsorships come to say something else is of a
 * new version, once for each call; one whose sponsorships stay as they are is not touched.
 */
public interface SponsorshipLinks {
    /** The most sponsorships that one call looks at. */
    int MAXIMUM_LIMIT = 1000;

    /**
     * Links sponsorships that are not linked to the sponsors who have these identifiers. One that is linked already, that is
     * not there, or whose identifier nobody has, stays as it is. At most {@value #MAXIMUM_LIMIT}.
     *
     * @return how many were linked
     */
    int linkByIdentifier(WriteSession session, Map<SponsorshipPlace, ExternalIdentifier> identifiers);

    /**
     * Looks at up to {@code limit} unlinked sponsorships of persons after {@code after}, and links those whose printed name
     * is a name of exactly one sponsor of the bill's jurisdiction who may have served on the day: one with a membership
     * that lasted then, or without any membership at all. Marks those whose name is that of several as ambiguous, and no
     * longer those whose name is not.
     */
    LinkStep linkByName(WriteSession session, JurisdictionCode jurisdiction, SponsorshipPlace after, int limit);

    /** Lists the unlinked sponsorships of persons after {@code after}, at most {@code limit}, and who may be meant. */
    List<UnlinkedSponsorship> unlinked(ReadSession session, JurisdictionCode jurisdiction, SponsorshipPlace after,
            int limit);

    /**
     * A part of linking.
     *
     * @param linked how many were linked
     * @param ambiguous those whose name is that of several
     * @param unknown how many have a name that nobody has
     * @param next after which to go on; null at the end
     */
    record LinkStep(int linked, List<UnlinkedSponsorship> ambiguous, int unknown, @Nullable SponsorshipPlace next) {
        /** Copies the list. */
        public LinkStep {
            ambiguous = List.copyOf(ambiguous);
        }
    }

    /** Refuses a number of sponsorships that no call takes. */
    static int checkLimit(int limit) {
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is not within 1.." + MAXIMUM_LIMIT);
        }
        return limit;
    }
}
