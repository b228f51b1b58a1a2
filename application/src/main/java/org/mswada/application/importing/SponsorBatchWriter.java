package org.mswada.application.importing;

import java.util.List;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsor.SponsorUpsertResult;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Stores a batch of imported sponsors, with the jurisdictions they name, in one transaction. */
public final class SponsorBatchWriter {
    private static final Operation STORE = Operation.write("sponsor.import");

    private final UnitOfWork units;
    private final LegislatureRepository legislatures;
    private final SponsorRepository sponsors;
    private final IdSource ids;

    /** Writes to these repositories in units of {@code units}. */
    public SponsorBatchWriter(UnitOfWork units, LegislatureRepository legislatures, SponsorRepository sponsors,
            IdSource ids) {
        this.units = units;
        this.legislatures = legislatures;
        this.sponsors = sponsors;
        this.ids = ids;
    }

    /** Stores all of the batch that is not rejected, or throws and has stored none of it. */
    List<SponsorUpsertResult> write(List<SponsorItem.Read> batch) {
        try {
            return writeOnce(batch);
        } catch (ConstraintViolated refused) {
            // Another import may have stored the same first; the next run finds it stored. A second time, it is the data.
            if (refused.kind() != ConstraintViolated.Kind.UNIQUE) {
                throw refused;
            }
            return writeOnce(batch);
        }
    }

    private List<SponsorUpsertResult> writeOnce(List<SponsorItem.Read> batch) {
        return units.write(STORE, session -> {
            batch.stream().map(SponsorItem.Read::jurisdiction).distinct()
                    .forEach(jurisdiction -> legislatures.ensureJurisdiction(session, jurisdiction));
            return sponsors.upsertBatch(session, batch.stream().map(item -> new NewSponsor(new SponsorId(ids.next()),
                    item.jurisdiction().code(), item.content())).toList());
        });
    }
}
