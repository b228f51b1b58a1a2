package org.mswada.application.importing;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.storage.ConstraintViolated;

/**
 * Stores all bills of a source, in transactions of up to {@value BatchReader#MAXIMUM_ITEMS} bills, and reads the next batch
 * while one is being stored. Running it again stores only what changed. A bill that the database refuses is rejected
 * alone: the rest of its batch is stored one by one. Several may run at once: a batch that lost a race is run again.
 */
public final class ImportBills {
    private final RaceTolerantWriter writer;

    /** Stores through {@code writer}. */
    public ImportBills(BatchWriter writer) {
        this.writer = new RaceTolerantWriter(writer);
    }

    /**
     * Reads the source to its end, on a thread of its own, and tells what was done. Storage trouble ends it, and so does a
     * failure of the source; what is stored stays stored, and {@code progress} has heard of all of it.
     */
    public ImportSummary run(BillSource source, ImportProgress progress) {
        BatchReader reader = new BatchReader(source);
        Run run = new Run(progress);
        try (ExecutorService ahead = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().name("import-reader").factory())) {
            List<SourceItem> batch = await(ahead.submit(reader::next));
            while (!batch.isEmpty()) {
                Future<List<SourceItem>> coming = ahead.submit(reader::next);
                run.store(batch);
                batch = await(coming);
            }
        }
        return run.summary;
    }

    private static List<SourceItem> await(Future<List<SourceItem>> batch) {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading the source failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was interrupted; what was stored stays stored", e);
        }
    }

    /** What one import has done so far. */
    private final class Run {
        private final ImportProgress progress;
        private ImportSummary summary = ImportSummary.NONE;
        private ImportSummary told = ImportSummary.NONE;

        Run(ImportProgress progress) {
            this.progress = progress;
        }

        void store(List<SourceItem> batch) {
            try {
                storeAll(batch);
            } finally {
                tell();
            }
        }

        private void storeAll(List<SourceItem> batch) {
            for (SourceItem item : batch) {
                if (item instanceof SourceItem.Broken broken) {
                    reject(broken.location(), broken.reason());
                }
            }
            List<SourceItem.Read> read = batch.stream().filter(SourceItem.Read.class::isInstance)
                    .map(SourceItem.Read.class::cast).toList();
            if (!read.isEmpty()) {
                storeTogether(read);
            }
        }

        private void tell() {
            if (!summary.equals(told)) {
                told = summary;
                progress.stored(summary);
            }
        }

        private void storeTogether(List<SourceItem.Read> batch) {
            try {
                count(batch, writer.write(batch.stream().map(SourceItem.Read::bill).toList()));
            } catch (ConstraintViolated refusedTogether) {
                batch.forEach(this::storeAlone);
            }
        }

        private void storeAlone(SourceItem.Read read) {
            try {
                count(List.of(read), writer.write(List.of(read.bill())));
            } catch (ConstraintViolated refused) {
                reject(read.location(), String.valueOf(refused.getMessage()));
            }
        }

        private void count(List<SourceItem.Read> batch, List<UpsertResult> results) {
            for (int place = 0; place < results.size(); place++) {
                UpsertResult result = results.get(place);
                if (result.reason() == null) {
                    summary = summary.with(result);
                } else {
                    reject(batch.get(place).location(), result.reason());
                }
            }
        }

        private void reject(SourceLocation location, String reason) {
            summary = summary.withRejected();
            progress.rejected(location, reason);
        }
    }
}
