package org.mswada.application.importing;

import java.util.List;
import java.util.Optional;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.identity.IdSource;
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
    private final IdSource ids;

    /** Looks into {@code sponsors} and stores there. */
    public SponsorProfiles(SponsorRepository sponsors, IdSource ids) {
        this.sponsors = sponsors;
        this.ids = ids;
    }

    UpsertResult compare(ReadSession session, ImportedSponsorProfile profile) {
        List<SponsorContent> stored = profile.content().identifiers().stream()
                .map(identifier -> sponsors.findByIdentifier(session, identifier)).flatMap(Optional::stream)
                .map(Sponsor::content).distinct().toList();
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
        return sponsors.upsertBatch(session, profiles.stream().map(profile -> new NewSponsor(new SponsorId(ids.next()),
                profile.jurisdiction(), profile.content())).toList()).stream().map(SponsorProfiles::result).toList();
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
