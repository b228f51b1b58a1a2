package org.mswada.domain.sponsor;

import org.mswada.domain.legislature.JurisdictionCode;

/** What became of a sponsor that was to be stored or changed. */
public sealed interface SponsorWriteResult {
    /** It is stored, with this version. */
    record Written(SponsorId id, int version) implements SponsorWriteResult {}

    /** Somebody has changed it meanwhile: it has this version now. */
    record Stale(int version) implements SponsorWriteResult {}

    /** There is no such sponsor. */
    record Missing() implements SponsorWriteResult {}

    /** Another sponsor has this identifier. */
    record IdentifierTaken(ExternalIdentifier identifier, SponsorId by) implements SponsorWriteResult {}

    /** There is no such jurisdiction. */
    record UnknownJurisdiction(JurisdictionCode jurisdiction) implements SponsorWriteResult {}
}
