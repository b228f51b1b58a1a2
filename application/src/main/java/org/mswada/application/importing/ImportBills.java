package org.mswada.application.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.ConstraintViolated;

/**
 * Stores all bills of a source, in transactions of {@value #BATCH_SIZE} bills. Running it again stores only what changed.
 * A bill that the database refuses is rejected alone: the rest of its batch is stored one by one.
 */
public final class ImportBills {
    /** Bills in one transaction: enough to make its costs small, few enough to hold in memory. */
    static final int BATCH_SIZE = 250;

    private final BatchWriter writer;

    /** Stores through {@code writer}. */
    public ImportBills(BatchWriter writer) {
        this.writer = writer;
    }

    /** Reads the source to its end and tells what was done; storage trouble ends it, what is stored stays stored. */
    public ImportSummary run(BillSource source, ImportProgress progress) {
        Run run = new Run(progress);
        Optional<SourceItem> item = source.next();
        while (item.isPresent()) {
            run.take(item.get());
            item = source.next();
        }
        run.flush();
        return run.summary;
    }

    /** What one import has done so far. */
    private final class Run {
        private final ImportProgress progress;
        private final List<SourceItem.Read> batch = new ArrayList<>(BATCH_SIZE);
        private final Set<Key> keys = new HashSet<>();
        private ImportSummary summary = ImportSummary.NONE;

        Run(ImportProgress progress) {
            this.progress = progress;
        }

        void take(SourceItem item) {
            switch (item) {
                case SourceItem.Broken broken -> reject(broken.location(), broken.reason());
                case SourceItem.Read read -> add(read);
            }
        }

        private void add(SourceItem.Read read) {
            Key key = Key.of(read.bill());
            if (batch.size() == BATCH_SIZE || keys.contains(key)) {
                flush();
            }
            keys.add(key);
            batch.add(read);
        }

        void flush() {
            if (!batch.isEmpty()) {
                store();
                batch.clear();
                keys.clear();
                progress.stored(summary);
            }
        }

        private void store() {
            try {
                count(writer.write(batch.stream().map(SourceItem.Read::bill).toList()));
            } catch (ConstraintViolated refusedTogether) {
                batch.forEach(this::storeAlone);
            }
        }

        private void storeAlone(SourceItem.Read read) {
            try {
                count(writer.write(List.of(read.bill())));
            } catch (ConstraintViolated refused) {
                reject(read.location(), String.valueOf(refused.getMessage()));
            }
        }

        private void count(List<UpsertResult> results) {
            for (UpsertResult result : results) {
                summary = summary.with(result);
            }
        }

        private void reject(SourceLocation location, String reason) {
            summary = summary.withRejected();
            progress.rejected(location, reason);
        }
    }

    /** What makes two bills the same, in whatever spelling of their number. */
    private record Key(JurisdictionCode jurisdiction, SessionIdentifier session, String number) {
        static Key of(ImportedBill bill) {
            return new Key(bill.jurisdiction().code(), bill.session().identifier(), bill.identifier().normalized());
        }
    }
}
