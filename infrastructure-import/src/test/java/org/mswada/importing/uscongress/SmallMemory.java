package org.mswada.importing.uscongress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.mswada.application.importing.BatchWriter;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.Rejection;
import org.mswada.application.importing.SourceItem;
import org.mswada.domain.user.Actor;

/** What runs in a JVM of its own: an import of a file to nowhere, or one that holds all that it read. */
final class SmallMemory {
    private SmallMemory() {}

    /** Takes {@code import} or {@code hold}, the file, and the number of its bills. */
    public static void main(String[] arguments) {
        List<Path> files = List.of(Path.of(arguments[1]));
        long expected = Long.parseLong(arguments[2]);
        try (BillSource source = UsCongressBills.open(files)) {
            long read = arguments[0].equals("hold") ? hold(source) : store(source, expected);
            if (read != expected) {
                throw new AssertionError("read " + read + " bills, not " + expected);
            }
        }
    }

    private static long hold(BillSource source) {
        List<SourceItem> items = new ArrayList<>();
        for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
            items.add(item.get());
        }
        return items.size();
    }

    private static long store(BillSource source, long expected) {
        CountedSource counted = new CountedSource(source);
        DiscardingStorage storage = new DiscardingStorage(counted, expected);
        BatchWriter writer = new BatchWriter(storage, new DiscardingRepositories.Legislatures(),
                new DiscardingRepositories.Sponsors(), new DiscardingRepositories.Bills(storage), UUID::randomUUID);
        return new ImportBills(writer).run(Actor.OPERATOR, counted, new NothingRejected()).done().inserted();
    }

    /** Counts what was read. */
    static final class CountedSource implements BillSource {
        private final BillSource source;
        private final AtomicLong items = new AtomicLong();

        CountedSource(BillSource source) {
            this.source = source;
        }

        long items() {
            return items.get();
        }

        @Override
        public Optional<SourceItem> next() {
            Optional<SourceItem> item = source.next();
            items.addAndGet(item.isPresent() ? 1 : 0);
            return item;
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /** Fails when a bill is rejected. */
    private static final class NothingRejected implements ImportProgress {
        @Override
        public void stored(ImportSummary summary) {
            // The sum is looked at in the end.
        }

        @Override
        public void rejected(Rejection rejection) {
            throw new AssertionError(rejection);
        }
    }
}
