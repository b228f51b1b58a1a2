package org.mswada.application.importing;

import java.util.ArrayList;
import java.util.List;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;

/**
 * Stores all records of a source as {@link ImportBills} does its bills, and looks first at what is stored: of what is there
 * already with the same content not even a lock is taken, so that running it again is quick and writes nothing.
 */
public final class ImportRecords {
    private final StoredRecords stored;
    private final RecordStore writer;

    /** Compares with {@code stored} and stores bills and what they refer to. */
    public ImportRecords(StoredRecords stored, BatchWriter bills, DefinitionWriter definitions) {
        this.stored = stored;
        this.writer = new RaceTolerantWriter(batch -> batch.getFirst() instanceof ImportedBill
                ? bills.write(RecordStore.bills(batch))
                : definitions.write(batch));
    }

    /** Does and tells what {@link ImportBills#run} does, for who may import both bills and sponsors. */
    public Guarded<ImportSummary> run(Actor actor, BillSource source, ImportProgress progress) {
        for (Permission needed : List.of(Permission.IMPORT_BILLS, Permission.IMPORT_SPONSORS)) {
            if (!actor.may(needed)) {
                return new Guarded.Forbidden<>(needed);
            }
        }
        return new Guarded.Done<>(new ImportRun(this::store, progress).run(source));
    }

    private List<UpsertResult> store(List<ImportedRecord> batch) {
        List<UpsertResult> results = new ArrayList<>(stored.compare(batch));
        List<ImportedRecord> differing = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < batch.size(); place++) {
            if (!results.get(place).equals(UpsertResult.UNCHANGED)) {
                differing.add(batch.get(place));
                places.add(place);
            }
        }
        if (!differing.isEmpty()) {
            List<UpsertResult> written = writer.store(differing);
            for (int place = 0; place < places.size(); place++) {
                results.set(places.get(place), written.get(place));
            }
        }
        return results;
    }
}
