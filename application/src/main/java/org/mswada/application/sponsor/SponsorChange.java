package org.mswada.application.sponsor;

import org.mswada.domain.sponsor.SponsorWriteResult;
import org.mswada.domain.user.Permission;

/** What became of the wish to store or change a sponsor. */
public sealed interface SponsorChange {
    /** It was tried, with this result. */
    record Tried(SponsorWriteResult result) implements SponsorChange {}

    /** Who asked may not do this. */
    record Forbidden(Permission needed) implements SponsorChange {}
}
