package org.mswada.application.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mswada.domain.bill.BillHashes;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.LegislatureDirectory;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;

/** Compares records with what is stored. */
public final class StoredRecords {
    private static final Operation COMPARE = Operation.read("import.compare");

    private final UnitOfWork units;
    private final BillHashes hashes;
    private final LegislatureDirectory legislatures;
    private final SponsorProfiles sponsors;

    /** Looks into these. */
    public StoredRecords(UnitOfWork units, BillHashes hashes, LegislatureDirectory legislatures,
            SponsorProfiles sponsors) {
        this.units = units;
        this.hashes = hashes;
        this.legislatures = legislatures;
        this.sponsors = sponsors;
    }

    /** Returns what storing each of these would do. All of the batch are of one kind. */
    List<UpsertResult> compare(List<ImportedRecord> batch) {
        return units.read(COMPARE, session -> switch (batch.getFirst()) {
            case ImportedBill _ -> compareBills(session, RecordStore.bills(batch));
            case ImportedSponsorProfile _ -> sponsors.compare(session, SponsorProfiles.of(batch));
            case ImportedJurisdiction _,ImportedSession _ ->
                batch.stream().map(record -> compare(session, record)).toList();
        });
    }

    private List<UpsertResult> compareBills(ReadSession session, List<ImportedBill> batch) {
        Map<BillKey, BillHashes.Known> stored = hashes.find(session, batch.stream().map(StoredRecords::key).toList());
        return batch.stream().map(bill -> compare(bill, stored)).toList();
    }

    private UpsertResult compare(ReadSession session, ImportedRecord record) {
        return switch (record) {
            case ImportedJurisdiction jurisdiction -> compare(jurisdiction.jurisdiction(),
                    legislatures.findJurisdiction(session, jurisdiction.jurisdiction().code()));
            case ImportedSession given -> compare(given.session(),
                    legislatures.findSession(session, given.jurisdiction(), given.session().identifier()));
            case ImportedBill _,ImportedSponsorProfile _ ->
                throw new IllegalArgumentException("a batch is of one kind, and this is another: " + record);
        };
    }

    /** A bill that is not stored, or is deleted, need not be hashed. */
    private static UpsertResult compare(ImportedBill bill, Map<BillKey, BillHashes.Known> stored) {
        BillHashes.Known found = stored.get(key(bill));
        if (found == null) {
            return UpsertResult.INSERTED;
        }
        Instant deletedAt = found.deletedAt();
        return deletedAt == null
                ? compare(ContentHasher.of(bill, BillProgress.of(bill.introducedOn(), bill.actions())),
                        Optional.of(found.hash()))
                : UpsertResult.deleted(bill.identifier(), deletedAt);
    }

    static <T> UpsertResult compare(T given, Optional<T> stored) {
        if (stored.isEmpty()) {
            return UpsertResult.INSERTED;
        }
        return stored.get().equals(given) ? UpsertResult.UNCHANGED : UpsertResult.UPDATED;
    }

    private static BillKey key(ImportedBill bill) {
        return new BillKey(bill.jurisdiction().code(), bill.session().identifier(), bill.identifier());
    }
}
