package org.mswada.application.importing;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import org.mswada.domain.legislature.JurisdictionCode;

/** A source that remembers of which jurisdictions its records are. What it remembers may be asked for by any thread. */
public final class TouchedJurisdictions implements BillSource {
    private final BillSource source;
    private final NavigableSet<JurisdictionCode> touched = new ConcurrentSkipListSet<>(
            Comparator.comparing(JurisdictionCode::value));

    /** Yields what {@code source} yields, and closes it. */
    public TouchedJurisdictions(BillSource source) {
        this.source = source;
    }

    /** Returns those of all records so far, in the order of their codes. */
    public List<JurisdictionCode> touched() {
        return List.copyOf(touched);
    }

    @Override
    public Optional<SourceItem> next() {
        Optional<SourceItem> item = source.next();
        if (item.isPresent() && item.get() instanceof SourceItem.Read read) {
            touched.add(jurisdiction(read.record()));
        }
        return item;
    }

    private static JurisdictionCode jurisdiction(ImportedRecord record) {
        return switch (record) {
            case ImportedBill bill -> bill.jurisdiction().code();
            case ImportedJurisdiction jurisdiction -> jurisdiction.jurisdiction().code();
            case ImportedSession session -> session.jurisdiction();
            case ImportedSponsorProfile sponsor -> sponsor.jurisdiction().code();
        };
    }

    @Override
    public void close() {
        source.close();
    }
}
