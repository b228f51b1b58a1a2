package org.mswada.application.importing;

import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;

/**
 * Stores all bills of a source that has nothing else, in transactions of up to {@value BatchReader#MAXIMUM_ITEMS} bills, and
 * reads the next batch while one is being stored. Running it again stores only what changed. A bill that the database refuses
 * is rejected alone: the rest of its batch is stored one by one. Several may run at once: a batch that lost a race is run
 * again.
 */
public final class ImportBills {
    private final RecordStore store;

    /** Stores through {@code writer}. */
    public ImportBills(BatchWriter writer) {
        this.store = new RaceTolerantWriter(batch -> writer.write(RecordStore.bills(batch)));
    }

    /**
     * Reads the source to its end, on a thread of its own, and tells what was done. Storage trouble ends it, and so does a
     * failure of the source; what is stored stays stored, and {@code progress} has heard of all of it.
     */
    public Guarded<ImportSummary> run(Actor actor, BillSource source, ImportProgress progress) {
        return actor.may(Permission.IMPORT_BILLS)
                ? new Guarded.Done<>(new ImportRun(store, progress).run(source))
                : new Guarded.Forbidden<>(Permission.IMPORT_BILLS);
    }
}
