package org.mswada.application.importing;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.StorageException;

/** One import: reads ahead, hands on batch by batch, counts and tells. */
final class ImportRun {
    private static final String REMEDY = "correct it and import the file again";

    private final RecordStore store;
    private final ImportProgress progress;
    private ImportSummary summary = ImportSummary.NONE;
    private ImportSummary told = ImportSummary.NONE;

    ImportRun(RecordStore store, ImportProgress progress) {
        this.store = store;
        this.progress = progress;
    }

    ImportSummary run(BillSource source) {
        BatchReader reader = new BatchReader(source);
        try (ExecutorService ahead = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().name("import-reader").factory())) {
            List<SourceItem> batch = await(ahead.submit(reader::next));
            while (!batch.isEmpty()) {
                Future<List<SourceItem>> coming = ahead.submit(reader::next);
                take(batch);
                batch = await(coming);
            }
        }
        return summary;
    }

    private static List<SourceItem> await(Future<List<SourceItem>> batch) {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StorageException trouble) {
                throw trouble;
            }
            throw new IllegalStateException("reading the source failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was interrupted; what was stored stays stored", e);
        }
    }

    private void take(List<SourceItem> batch) {
        try {
            for (SourceItem item : batch) {
                if (item instanceof SourceItem.Broken broken) {
                    reject(broken.rejection());
                }
            }
            List<SourceItem.Read> read = batch.stream().filter(SourceItem.Read.class::isInstance)
                    .map(SourceItem.Read.class::cast).toList();
            if (!read.isEmpty()) {
                storeTogether(read);
            }
        } finally {
            tell();
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
            count(batch, store.store(batch.stream().map(SourceItem.Read::record).toList()));
        } catch (ConstraintViolated refusedTogether) {
            batch.forEach(this::storeAlone);
        }
    }

    private void storeAlone(SourceItem.Read read) {
        try {
            count(List.of(read), store.store(List.of(read.record())));
        } catch (ConstraintViolated refused) {
            reject(read, String.valueOf(refused.getMessage()));
        }
    }

    private void count(List<SourceItem.Read> batch, List<UpsertResult> results) {
        for (int place = 0; place < results.size(); place++) {
            UpsertResult result = results.get(place);
            if (result.reason() == null) {
                summary = summary.with(result);
            } else {
                reject(batch.get(place), result.reason());
            }
        }
    }

    private void reject(SourceItem.Read read, String reason) {
        reject(new Rejection(read.location(), reason, REMEDY, read.text()));
    }

    private void reject(Rejection rejection) {
        summary = summary.withRejected();
        progress.rejected(rejection);
    }
}
