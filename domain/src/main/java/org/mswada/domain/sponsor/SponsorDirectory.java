package org.mswada.domain.sponsor;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Finds sponsors by what they are, and what they do. */
public interface SponsorDirectory {
    /**
     * Lists sponsors by name for sorting, then id.
     *
     * @param after the place after which the page begins
     * @param limit the most sponsors to return, from 1 to {@link SponsorPage#MAXIMUM_LIMIT}
     */
    SponsorPage list(ReadSession session, SponsorFilter filter, SponsorCursor after, int limit);

    /**
     * Finds sponsors by parts of their names and other names, whatever the accents, the case and the order of words, and
     * with some letters wrong; the best first.
     *
     * @param jurisdiction only those of this jurisdiction, or null for all
     * @param limit the most sponsors to return, from 1 to {@link SponsorPage#MAXIMUM_LIMIT}
     */
    List<SponsorMatch> search(ReadSession session, String text, @Nullable JurisdictionCode jurisdiction, int limit);

    /**
     * Returns the memberships of these sponsors that lasted on this day; one without any is not in the map. At most
     * {@value SponsorRepository#MAXIMUM_BATCH} sponsors.
     */
    Map<SponsorId, List<Membership>> membershipsAt(ReadSession session, Collection<SponsorId> sponsors, LocalDate day);

    /**
     * Returns the figures of these sponsors; one whose work was never counted is not in the map. At most
     * {@value SponsorRepository#MAXIMUM_BATCH} sponsors.
     */
    Map<SponsorId, SponsorMetrics> metrics(ReadSession session, Collection<SponsorId> sponsors);

    /**
     * Counts the work of up to {@code limit} sponsors of a jurisdiction anew, in the order of their ids after {@code after},
     * and writes only figures that changed.
     *
     * @return what was done, and where to go on
     */
    MetricsStep recomputeMetrics(WriteSession session, JurisdictionCode jurisdiction, @Nullable SponsorId after,
            int limit);

    /**
     * A part of counting anew.
     *
     * @param counted of how many sponsors the work was counted
     * @param changed how many figures were written
     * @param next after which sponsor to go on; null at the end
     */
    record MetricsStep(int counted, int changed, @Nullable SponsorId next) {}
}
