package org.mswada.domain.sponsorship;

import java.time.LocalDate;
import java.util.List;
import org.mswada.domain.sponsor.SponsorId;

/**
 * A person's sponsorship of which nobody here is known to be meant.
 *
 * @param place which it is
 * @param nameAsPrinted the name in the source
 * @param day the day for which the name counts: that of joining, else that of the bill's introduction
 * @param candidates who may be meant: nobody, or several; at most {@value #MAXIMUM_CANDIDATES} are told
 */
public record UnlinkedSponsorship(SponsorshipPlace place, String nameAsPrinted, LocalDate day,
        List<SponsorId> candidates) {
    /** The most candidates that are told. */
    public static final int MAXIMUM_CANDIDATES = 10;

    /** Copies the candidates. */
    public UnlinkedSponsorship {
        candidates = List.copyOf(candidates);
    }

    /** Returns whether the name is that of several. */
    public boolean isAmbiguous() {
        return candidates.size() > 1;
    }
}
