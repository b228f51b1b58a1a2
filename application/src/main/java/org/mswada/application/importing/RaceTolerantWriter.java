package org.mswada.application.importing;

import java.util.List;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.storage.ConstraintViolated;

/** Writes batches although somebody else may be storing the same bills: what only lost a race is run again, once. */
final class RaceTolerantWriter {
    private final BatchWriter writer;

    RaceTolerantWriter(BatchWriter writer) {
        this.writer = writer;
    }

    /** Stores all of the batch, or throws and has stored none of it. */
    List<UpsertResult> write(List<ImportedBill> batch) {
        try {
            return writer.write(batch);
        } catch (ConstraintViolated refused) {
            // Another import may have stored the same first; the next run finds it stored. A second time, it is the data.
            if (refused.kind() != ConstraintViolated.Kind.UNIQUE) {
                throw refused;
            }
            return writer.write(batch);
        }
    }
}
