package org.mswada.application.importing;

import java.util.UUID;
import org.mswada.application.memory.Samples;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;

/** Imports of one record each, without repositories: for tests that ask who comes as far as a unit of work. */
public final class OneRecordImports {
    private static final ImportedBill BILL = Samples.bill("HR 1", "Title");

    private OneRecordImports() {}

    /** Imports a bill. */
    public static Guarded<ImportSummary> bills(UnitOfWork units, Actor actor) {
        return new ImportBills(bills(units)).run(actor, new ListSource().bill(BILL), new RecordedProgress());
    }

    /** Imports a bill, after a look at what is stored. */
    public static Guarded<ImportSummary> records(UnitOfWork units, Actor actor) {
        return new ImportRecords(new StoredRecords(units, null, null, null), bills(units),
                new DefinitionWriter(units, null, null, UUID::randomUUID))
                .run(actor, new ListSource().bill(BILL), new RecordedProgress());
    }

    private static BatchWriter bills(UnitOfWork units) {
        return new BatchWriter(units, null, null, null, UUID::randomUUID);
    }
}
