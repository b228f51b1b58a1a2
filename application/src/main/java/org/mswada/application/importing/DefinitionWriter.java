package org.mswada.application.importing;

import java.util.ArrayList;
import java.util.List;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureDirectory;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** Stores a batch of what bills refer to, jurisdictions or sessions or sponsors, in one transaction. */
public final class DefinitionWriter {
    private static final Operation STORE = Operation.write("import.define");

    private final UnitOfWork units;
    private final LegislatureDirectory legislatures;
    private final SponsorProfiles sponsors;
    private final IdSource ids;

    /** Writes to these in units of {@code units}. */
    public DefinitionWriter(UnitOfWork units, LegislatureDirectory legislatures, SponsorProfiles sponsors,
            IdSource ids) {
        this.units = units;
        this.legislatures = legislatures;
        this.sponsors = sponsors;
        this.ids = ids;
    }

    /** All of the batch are of one kind. */
    List<UpsertResult> write(List<ImportedRecord> batch) {
        return units.write(STORE, session -> {
            if (batch.getFirst() instanceof ImportedSponsorProfile) {
                return sponsors.write(session, SponsorProfiles.of(batch));
            }
            List<UpsertResult> results = new ArrayList<>(batch.size());
            batch.forEach(record -> results.add(write(session, record)));
            return results;
        });
    }

    private UpsertResult write(WriteSession session, ImportedRecord record) {
        return switch (record) {
            case ImportedJurisdiction jurisdiction -> write(session, jurisdiction.jurisdiction());
            case ImportedSession given -> write(session, given);
            case ImportedBill _,ImportedSponsorProfile _ ->
                throw new IllegalArgumentException("a batch is of one kind, and this is another: " + record);
        };
    }

    private UpsertResult write(WriteSession session, Jurisdiction given) {
        return written(StoredRecords.compare(given, legislatures.findJurisdiction(session, given.code())),
                () -> legislatures.store(session, given));
    }

    private UpsertResult write(WriteSession session, ImportedSession given) {
        LegislativeSession legislativeSession = given.session();
        return written(
                StoredRecords.compare(legislativeSession,
                        legislatures.findSession(session, given.jurisdiction(), legislativeSession.identifier())),
                () -> legislatures.store(session, given.jurisdiction(), legislativeSession,
                        new SessionId(ids.next())));
    }

    private static UpsertResult written(UpsertResult result, Runnable store) {
        if (!result.equals(UpsertResult.UNCHANGED)) {
            store.run();
        }
        return result;
    }
}
