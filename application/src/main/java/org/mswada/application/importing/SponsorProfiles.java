package org.mswada.application.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsor.SponsorUpsertResult;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Compares and stores what sources say of sponsors. */
public final class SponsorProfiles {
    private final SponsorRepository sponsors;
    private final LegislatureRepository legislatures;
    private final IdSource ids;

    /** Looks into {@code sponsors} and stores there, and their jurisdictions where they are not stored yet. */
    public SponsorProfiles(SponsorRepository sponsors, LegislatureRepository legislatures, IdSource ids) {
        this.sponsors = sponsors;
        this.legislatures = legislatures;
        this.ids = ids;
    }

    /** Returns a batch of sponsors as such. */
    static List<ImportedSponsorProfile> of(List<ImportedRecord> batch) {
        return batch.stream().map(ImportedSponsorProfile.class::cast).toList();
    }

    List<UpsertResult> compare(ReadSession session, List<ImportedSponsorProfile> profiles) {
        Map<ExternalIdentifier, Sponsor> stored = sponsors.findByIdentifiers(session,
                profiles.stream().flatMap(profile -> profile.content().identifiers().stream()).toList());
        return profiles.stream().map(profile -> compare(profile, stored)).toList();
    }

    private static UpsertResult compare(ImportedSponsorProfile profile, Map<ExternalIdentifier, Sponsor> all) {
        List<SponsorContent> stored = profile.content().identifiers().stream().map(all::get).filter(Objects::nonNull)
                .distinct().map(Sponsor::content).toList();
        return switch (stored.size()) {
            case 0 -> UpsertResult.INSERTED;
            case 1 -> stored.getFirst().supplementedBy(profile.content()).equals(stored.getFirst())
                    ? UpsertResult.UNCHANGED
                    : UpsertResult.UPDATED;
            default -> UpsertResult.rejected("its identifiers are those of " + stored.size()
                    + " sponsors that are stored, such as '" + stored.getLast().name().full() + "'");
        };
    }

    List<UpsertResult> write(WriteSession session, List<ImportedSponsorProfile> profiles) {
        profiles.stream().map(ImportedSponsorProfile::jurisdiction).distinct()
                .forEach(jurisdiction -> legislatures.ensureJurisdiction(session, jurisdiction));
        return sponsors.upsertBatch(session, profiles.stream().map(profile -> new NewSponsor(new SponsorId(ids.next()),
                profile.jurisdiction().code(), profile.content())).toList()).stream().map(SponsorProfiles::result)
                .toList();
    }

    private static UpsertResult result(SponsorUpsertResult result) {
        return switch (result) {
            case SponsorUpsertResult.Inserted _ -> UpsertResult.INSERTED;
            case SponsorUpsertResult.Updated _ -> UpsertResult.UPDATED;
            case SponsorUpsertResult.Unchanged _ -> UpsertResult.UNCHANGED;
            case SponsorUpsertResult.Rejected rejected -> UpsertResult.rejected(rejected.reason());
        };
    }
}
