package org.mswada.application.sponsor;

import org.mswada.domain.sponsorship.SponsorshipLinks.LinkStep;

/**
 * What linking did, in sponsorships.
 *
 * @param linked whose sponsor is known now
 * @param ambiguous whose name is that of several sponsors
 * @param unknown whose name nobody has
 */
public record LinkSummary(long linked, long ambiguous, long unknown) {
    /** Nothing done yet. */
    public static final LinkSummary NONE = new LinkSummary(0, 0, 0);

    /** Returns both together. */
    public LinkSummary plus(LinkSummary other) {
        return new LinkSummary(linked + other.linked, ambiguous + other.ambiguous, unknown + other.unknown);
    }

    LinkSummary with(LinkStep step) {
        return new LinkSummary(linked + step.linked(), ambiguous + step.ambiguous().size(), unknown + step.unknown());
    }
}
