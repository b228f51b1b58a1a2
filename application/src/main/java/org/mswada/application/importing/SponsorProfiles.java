package org.mswada.application.importing;

import java.util.ArrayList;
import java.util.List;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Compares and stores what sources say of sponsors. */
public final class SponsorProfiles {
    private final SponsorRepository sponsors;
    private final IdSource ids;

    /** Looks into {@code sponsors} and stores there. */
    public SponsorProfiles(SponsorRepository sponsors, IdSource ids) {
        this.sponsors = sponsors;
        this.ids = ids;
    }

    UpsertResult compare(ReadSession session, ImportedSponsorProfile profile) {
        return profile.identifiers().stream()
                .anyMatch(identifier -> sponsors.findByIdentifier(session, identifier).isPresent())
                        ? UpsertResult.UNCHANGED
                        : UpsertResult.INSERTED;
    }

    List<UpsertResult> write(WriteSession session, List<ImportedSponsorProfile> profiles) {
        List<UpsertResult> results = new ArrayList<>();
        profiles.forEach(profile -> results.add(compare(session, profile)));
        sponsors.ensureAll(session, profiles.stream().map(this::sponsor).toList());
        return results;
    }

    private Sponsor sponsor(ImportedSponsorProfile profile) {
        return new Sponsor(new SponsorId(ids.next()), profile.jurisdiction(), profile.name(), profile.chamber(),
                profile.district(), profile.roleTitle(), profile.identifiers());
    }
}
