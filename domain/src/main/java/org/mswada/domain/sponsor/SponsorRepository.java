package org.mswada.domain.sponsor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Stores sponsors with their names, identifiers and memberships. */
public interface SponsorRepository {
    /** The most sponsors that one call takes or returns. */
    int MAXIMUM_BATCH = 500;

    /** Finds a sponsor. */
    Optional<Sponsor> findById(ReadSession session, SponsorId id);

    /** Finds sponsors, in the order of the ids; an unknown id yields nothing. At most {@value #MAXIMUM_BATCH}. */
    List<Sponsor> findByIds(ReadSession session, List<SponsorId> ids);

    /** Finds the sponsor that has this name in another register. */
    Optional<Sponsor> findByIdentifier(ReadSession session, ExternalIdentifier identifier);

    /** Returns whether a sponsor has this name in another register. */
    boolean isKnown(ReadSession session, ExternalIdentifier identifier);

    /**
     * Finds the sponsors that have these names in other registers, each by the name; a name that nobody has is not in the
     * map. A fixed number of statements, however many they are.
     */
    Map<ExternalIdentifier, Sponsor> findByIdentifiers(ReadSession session,
            Collection<ExternalIdentifier> identifiers);

    /**
     * Returns the stored sponsors' ids by each of the given sponsors' identifiers, storing those that none of whose
     * identifiers is known. A sponsor that is stored already is left as it is. Every given sponsor has an identifier.
     */
    Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<NewSponsor> sponsors);

    /**
     * Stores a sponsor, active unless its content says otherwise: written, or an identifier is taken, or the jurisdiction is
     * unknown.
     */
    SponsorWriteResult create(WriteSession session, NewSponsor sponsor);

    /**
     * Replaces what is known of a sponsor; what is stored already is not written again, and whether it is active stays where
     * the content does not say. Written, or missing, or stale, or an identifier is taken.
     */
    SponsorWriteResult update(WriteSession session, SponsorId id, SponsorContent content, int expectedVersion);

    /**
     * Stores sponsors, each found again by any of its identifiers; one that is stored is supplemented as
     * {@link SponsorContent#supplementedBy} says, and not touched when that changes nothing. One without identifier, with
     * those of several stored sponsors, of an unknown jurisdiction or with an identifier of another in the same batch
     * is rejected alone. At most {@value #MAXIMUM_BATCH}.
     *
     * @return what became of each, in the order given
     */
    List<SponsorUpsertResult> upsertBatch(WriteSession session, List<NewSponsor> sponsors);

    /** Refuses more than {@value #MAXIMUM_BATCH}. */
    static void checkBatch(Collection<?> batch) {
        if (batch.size() > MAXIMUM_BATCH) {
            throw new IllegalArgumentException(batch.size() + " sponsors are more than one call takes: give at most "
                    + MAXIMUM_BATCH + " at a time");
        }
    }
}
