package org.mswada.domain.sponsor;

/** What became of one sponsor of a batch. */
public sealed interface SponsorUpsertResult {
    /** It was not there, and is stored under this id. */
    record Inserted(SponsorId id) implements SponsorUpsertResult {}

    /** It was there with other content, and is changed. */
    record Updated(SponsorId id) implements SponsorUpsertResult {}

    /** It was there with this content; nothing was written. */
    record Unchanged(SponsorId id) implements SponsorUpsertResult {}

    /** It is not stored, for this reason. */
    record Rejected(String reason) implements SponsorUpsertResult {}
}
