package org.mswada.application.importing;

import java.util.List;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.TransientConflict;

/** Writes batches although somebody else may be storing the same bills: what only lost a race is run again. */
final class ConflictTolerantWriter {
    /** How often a batch is run again after a conflict before the conflict is let through. */
    static final int MAXIMUM_RERUNS = 5;

    private final BatchWriter writer;

    ConflictTolerantWriter(BatchWriter writer) {
        this.writer = writer;
    }

    /** Stores all of the batch, or throws and has stored none of it. */
    List<UpsertResult> write(List<ImportedBill> batch) {
        int conflicts = 0;
        boolean lostRace = false;
        while (true) {
            try {
                return writer.write(batch);
            } catch (TransientConflict conflict) {
                conflicts++;
                if (conflicts > MAXIMUM_RERUNS) {
                    throw conflict;
                }
            } catch (ConstraintViolated refused) {
                // Another import may have stored the same first; the next run finds it stored. A second time, it is the data.
                if (lostRace || refused.kind() != ConstraintViolated.Kind.UNIQUE) {
                    throw refused;
                }
                lostRace = true;
            }
        }
    }
}
