package org.mswada.application.memory;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

import org.mswada.application.importing.BatchWriter;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.Rejection;
import org.mswada.application.importing.SourceItem;
import org.mswada.application.importing.SourceLocation;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.user.Actor;

/** Storage in memory into which samples can be imported. */
public final class ImportedSamples {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final InMemoryBills bills = new InMemoryBills(storage);
    private final InMemoryBillWrites billWrites = new InMemoryBillWrites(storage, bill -> false);
    private final InMemorySponsors sponsors = new InMemorySponsors(storage);
    private final ImportBills importer = new ImportBills(
            new BatchWriter(storage, new InMemoryLegislatures(storage), sponsors, billWrites, Samples.ids()));

    /** Returns the storage. */
    public InMemoryStorage storage() {
        return storage;
    }

    /** Returns the bills in it. */
    public BillRepository bills() {
        return bills;
    }

    /** Returns what writes bills to it. */
    public BillWriteRepository billWrites() {
        return billWrites;
    }

    /** Returns the sponsors in it. */
    public SponsorRepository sponsors() {
        return sponsors;
    }

    /** Imports these bills. */
    public void store(List<ImportedBill> samples) {
        importer.run(Actor.OPERATOR, new Source(new ArrayDeque<>(samples)), new Silence()).done();
    }

    /** Yields the samples. */
    private record Source(Queue<ImportedBill> samples) implements BillSource {
        @Override
        public Optional<SourceItem> next() {
            return Optional.ofNullable(samples.poll())
                    .map(bill -> new SourceItem.Read(new SourceLocation("samples", 1), bill, 1, null));
        }

        @Override
        public void close() {
            samples.clear();
        }
    }

    /** Refuses to hear of a rejected sample. */
    private static final class Silence implements ImportProgress {
        @Override
        public void stored(ImportSummary summary) {
            // The test looks at the storage.
        }

        @Override
        public void rejected(Rejection rejection) {
            throw new AssertionError(rejection);
        }
    }
}
