package org.mswada.importing.interchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mswada.application.importing.ImportedJurisdiction;
import org.mswada.application.importing.ImportedRecord;
import org.mswada.application.importing.ImportedSession;
import org.mswada.application.importing.ImportedSponsorProfile;
import org.mswada.application.importing.KnownReferences;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** What lines may refer to: what earlier lines said, and what is stored. Used by one thread at a time. */
final class References {
    /** What is remembered at most of one import: some 50 MB. */
    static final int MAXIMUM = 250_000;

    private final KnownReferences stored;
    private final Map<JurisdictionCode, Jurisdiction> jurisdictions = new HashMap<>();
    private final Map<SessionKey, LegislativeSession> sessions = new HashMap<>();
    private final Set<ExternalIdentifier> sponsors = new HashSet<>();

    References(KnownReferences stored) {
        this.stored = stored;
    }

    Optional<Jurisdiction> jurisdiction(JurisdictionCode code) {
        return Optional.ofNullable(jurisdictions.get(code)).or(() -> {
            Optional<Jurisdiction> found = stored.jurisdiction(code);
            found.filter(_ -> hasRoom()).ifPresent(jurisdiction -> jurisdictions.put(code, jurisdiction));
            return found;
        });
    }

    Optional<LegislativeSession> session(JurisdictionCode jurisdiction, SessionIdentifier identifier) {
        SessionKey key = new SessionKey(jurisdiction, identifier);
        return Optional.ofNullable(sessions.get(key)).or(() -> {
            Optional<LegislativeSession> found = stored.session(jurisdiction, identifier);
            found.filter(_ -> hasRoom()).ifPresent(session -> sessions.put(key, session));
            return found;
        });
    }

    boolean hasSponsor(ExternalIdentifier identifier) {
        if (sponsors.contains(identifier)) {
            return true;
        }
        boolean found = stored.hasSponsor(identifier);
        if (found && hasRoom()) {
            sponsors.add(identifier);
        }
        return found;
    }

    /** Returns false when there is no room for what a line says, which later lines would miss then. */
    boolean remember(ImportedRecord record) {
        switch (record) {
            case ImportedJurisdiction given -> jurisdictions.put(given.jurisdiction().code(), given.jurisdiction());
            case ImportedSession given ->
                sessions.put(new SessionKey(given.jurisdiction(), given.session().identifier()), given.session());
            case ImportedSponsorProfile given -> {
                if (!hasRoom() && !sponsors.containsAll(given.content().identifiers())) {
                    return false;
                }
                sponsors.addAll(given.content().identifiers());
            }
            default -> {}
        }
        return true;
    }

    private boolean hasRoom() {
        return jurisdictions.size() + sessions.size() + sponsors.size() < MAXIMUM;
    }

    /** A session in its jurisdiction. */
    private record SessionKey(JurisdictionCode jurisdiction, SessionIdentifier identifier) {}
}
