package org.mswada.application.importing;

import java.util.List;
import org.mswada.domain.bill.UpsertResult;

/** Takes the records of an import. */
@FunctionalInterface
interface RecordStore {
    /** Takes all of a batch, or throws and has taken none of it; returns what was done with each. */
    List<UpsertResult> store(List<ImportedRecord> batch);

    /** Returns a batch of bills as such. */
    static List<ImportedBill> bills(List<ImportedRecord> batch) {
        return batch.stream().map(ImportedBill.class::cast).toList();
    }
}
