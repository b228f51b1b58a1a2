package org.mswada.application.importing;

import java.util.List;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.storage.ConstraintViolated;

/** Writes batches although somebody else may be storing the same: what only lost a race is run again, once. */
final class RaceTolerantWriter implements RecordStore {
    private final RecordStore writer;

    RaceTolerantWriter(RecordStore writer) {
        this.writer = writer;
    }

    @Override
    public List<UpsertResult> store(List<ImportedRecord> batch) {
        try {
            return writer.store(batch);
        } catch (ConstraintViolated refused) {
            // Another import may have stored the same first; the next run finds it stored. A second time, it is the data.
            if (refused.kind() != ConstraintViolated.Kind.UNIQUE) {
                throw refused;
            }
            return writer.store(batch);
        }
    }
}
