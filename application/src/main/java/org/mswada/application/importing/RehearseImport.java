package org.mswada.application.importing;

/**
 * Tells what an import would do, and writes nothing: every record is read, checked, and compared with what is stored. What
 * only the database would refuse is not found; a record that comes twice is compared twice with what is stored now.
 */
public final class RehearseImport {
    private final StoredRecords stored;

    /** Compares with {@code stored}. */
    public RehearseImport(StoredRecords stored) {
        this.stored = stored;
    }

    /** Reads the source to its end and tells what {@link ImportRecords#run} would do. */
    public ImportSummary run(BillSource source, ImportProgress progress) {
        return new ImportRun(stored::compare, progress).run(source);
    }
}
