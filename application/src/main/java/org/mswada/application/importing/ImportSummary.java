package org.mswada.application.importing;

import org.mswada.domain.bill.UpsertResult;

/**
 * What an import did, in records: bills, and where the source has them jurisdictions, sessions and sponsors.
 *
 * @param inserted stored for the first time
 * @param updated stored already, with other content
 * @param unchanged stored already, with this content; not touched
 * @param rejected not stored
 */
public record ImportSummary(long inserted, long updated, long unchanged, long rejected) {
    /** Nothing done yet. */
    public static final ImportSummary NONE = new ImportSummary(0, 0, 0, 0);

    /** Counts one more record. */
    public ImportSummary with(UpsertResult result) {
        return switch (result.kind()) {
            case INSERTED -> new ImportSummary(inserted + 1, updated, unchanged, rejected);
            case UPDATED -> new ImportSummary(inserted, updated + 1, unchanged, rejected);
            case UNCHANGED -> new ImportSummary(inserted, updated, unchanged + 1, rejected);
            case REJECTED -> withRejected();
        };
    }

    /** Counts one more rejected item. */
    public ImportSummary withRejected() {
        return new ImportSummary(inserted, updated, unchanged, rejected + 1);
    }

    /** Returns the number of all items. */
    public long total() {
        return inserted + updated + unchanged + rejected;
    }
}
