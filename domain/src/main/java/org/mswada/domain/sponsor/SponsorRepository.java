package org.mswada.domain.sponsor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Stores sponsors. */
public interface SponsorRepository {
    /** Finds a sponsor. */
    Optional<Sponsor> findById(ReadSession session, SponsorId id);

    /** Finds the sponsor that has this name in another register. */
    Optional<Sponsor> findByIdentifier(ReadSession session, ExternalIdentifier identifier);

    /**
     * Returns the stored sponsors' ids by each of the given sponsors' identifiers, storing those that none of whose
     * identifiers is known. A sponsor that is stored already is left as it is. Every given sponsor has an identifier.
     */
    Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<Sponsor> sponsors);
}
