package org.mswada.application.importing;

import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.sponsor.SponsorContent;

/** What a source of sponsors yields: a sponsor, or the reason why there is none at this place. */
public sealed interface SponsorItem {
    /** Where it stands. */
    SourceLocation location();

    /**
     * A sponsor that was read.
     *
     * @param location where it stands
     * @param jurisdiction where it is active
     * @param content what the source says of it
     */
    record Read(SourceLocation location, Jurisdiction jurisdiction, SponsorContent content) implements SponsorItem {}

    /**
     * A place from which no sponsor could be read.
     *
     * @param location where it stands
     * @param reason what is wrong with it; at most some lines, whatever stands there
     * @param remedy what to do
     */
    record Broken(SourceLocation location, String reason, String remedy) implements SponsorItem {}
}
