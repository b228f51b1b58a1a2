package org.mswada.application.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.sponsor.SponsorUpsertResult;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;

/**
 * Stores all sponsors of a source, in transactions of up to {@value #BATCH}. Running it again stores only what changed. A
 * sponsor that the database refuses is rejected alone: the rest of its batch is stored one by one.
 */
public final class ImportSponsors {
    /** Sponsors in one transaction: enough to make its costs small, few enough to hold in memory. */
    static final int BATCH = 250;
    private static final String REMEDY = "correct it and import the file again";

    private final SponsorBatchWriter writer;

    /** Stores through {@code writer}. */
    public ImportSponsors(SponsorBatchWriter writer) {
        this.writer = writer;
    }

    /**
     * Reads the source to its end and tells what was done. Storage trouble ends it; what is stored stays stored, and
     * {@code progress} has heard of all of it.
     */
    public Guarded<ImportSummary> run(Actor actor, SponsorSource source, ImportProgress progress) {
        if (!actor.may(Permission.IMPORT_SPONSORS)) {
            return new Guarded.Forbidden<>(Permission.IMPORT_SPONSORS);
        }
        Run run = new Run(progress);
        List<SponsorItem.Read> batch = new ArrayList<>(BATCH);
        for (Optional<SponsorItem> item = source.next(); item.isPresent(); item = source.next()) {
            switch (item.get()) {
                case SponsorItem.Read read -> batch.add(read);
                case SponsorItem.Broken broken -> run.reject(broken.location(), broken.reason(), broken.remedy());
            }
            if (batch.size() == BATCH) {
                run.store(batch);
                batch.clear();
            }
        }
        run.store(batch);
        return new Guarded.Done<>(run.summary);
    }

    /** What one import has done so far. */
    private final class Run {
        private final ImportProgress progress;
        private ImportSummary summary = ImportSummary.NONE;

        Run(ImportProgress progress) {
            this.progress = progress;
        }

        void store(List<SponsorItem.Read> batch) {
            try {
                storeTogether(List.copyOf(batch));
            } finally {
                progress.stored(summary);
            }
        }

        private void storeTogether(List<SponsorItem.Read> batch) {
            if (batch.isEmpty()) {
                return;
            }
            try {
                count(batch, writer.write(batch));
            } catch (ConstraintViolated refusedTogether) {
                batch.forEach(this::storeAlone);
            }
        }

        private void storeAlone(SponsorItem.Read read) {
            try {
                count(List.of(read), writer.write(List.of(read)));
            } catch (ConstraintViolated refused) {
                reject(read.location(), String.valueOf(refused.getMessage()), REMEDY);
            }
        }

        private void count(List<SponsorItem.Read> batch, List<SponsorUpsertResult> results) {
            for (int place = 0; place < results.size(); place++) {
                switch (results.get(place)) {
                    case SponsorUpsertResult.Inserted _ -> summary = summary.with(UpsertResult.INSERTED);
                    case SponsorUpsertResult.Updated _ -> summary = summary.with(UpsertResult.UPDATED);
                    case SponsorUpsertResult.Unchanged _ -> summary = summary.with(UpsertResult.UNCHANGED);
                    case SponsorUpsertResult.Rejected rejected ->
                        reject(batch.get(place).location(), rejected.reason(), REMEDY);
                }
            }
        }

        private void reject(SourceLocation location, String reason, String remedy) {
            summary = summary.withRejected();
            progress.rejected(new Rejection(location, reason, remedy, null));
        }
    }
}
