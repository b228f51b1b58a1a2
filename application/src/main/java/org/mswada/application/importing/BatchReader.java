package org.mswada.application.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;

/**
 * Cuts a source into batches that are stored together: records of one kind, none twice in one batch, and no batch so large
 * that a few do not fit in a small memory. Used by one thread at a time.
 */
final class BatchReader {
    /** Items, and so records in one transaction: enough to make its costs small, few enough to hold in memory. */
    static final int MAXIMUM_ITEMS = 250;
    /**
     * Bytes of the source in one batch: more than ordinary bills ever fill. In memory they may become eight times as many,
     * since a text of four bytes takes some fifty there, and two batches are held at once.
     */
    static final int MAXIMUM_SOURCE_BYTES = 4 << 20;

    private final BillSource source;
    private @Nullable SourceItem carriedOver;

    BatchReader(BillSource source) {
        this.source = source;
    }

    /** Returns the next batch; an empty one at the end. */
    List<SourceItem> next() {
        Batch batch = new Batch();
        for (Optional<SourceItem> item = nextItem(); item.isPresent(); item = source.next()) {
            if (!batch.add(item.get())) {
                carriedOver = item.get();
                break;
            }
        }
        return batch.items;
    }

    private Optional<SourceItem> nextItem() {
        SourceItem item = carriedOver;
        carriedOver = null;
        return item == null ? source.next() : Optional.of(item);
    }

    /** A batch that is being filled. */
    private static final class Batch {
        private final List<SourceItem> items = new ArrayList<>(MAXIMUM_ITEMS);
        private final Set<Object> keys = new HashSet<>();
        private @Nullable Class<?> kind;
        private long sourceBytes;

        /** Returns whether there was room. */
        boolean add(SourceItem item) {
            if (items.size() == MAXIMUM_ITEMS || (item instanceof SourceItem.Read read && !hasRoomFor(read))) {
                return false;
            }
            return items.add(item);
        }

        private boolean hasRoomFor(SourceItem.Read read) {
            List<Object> own = keys(read.record());
            if ((kind != null && kind != read.record().getClass()) || own.stream().anyMatch(keys::contains)) {
                return false;
            }
            kind = read.record().getClass();
            keys.addAll(own);
            sourceBytes += read.sourceBytes();
            return items.isEmpty() || sourceBytes <= MAXIMUM_SOURCE_BYTES;
        }
    }

    /** Returns what makes two records of a kind the same; a sponsor is known again by any of its identifiers. */
    private static List<Object> keys(ImportedRecord record) {
        return switch (record) {
            case ImportedBill bill -> List.of(
                    new Key(bill.jurisdiction().code(), bill.session().identifier(), bill.identifier().normalized()));
            case ImportedJurisdiction jurisdiction -> List.of(jurisdiction.jurisdiction().code());
            case ImportedSession session -> List.of(
                    new Key(session.jurisdiction(), session.session().identifier(), ""));
            case ImportedSponsorProfile profile -> List.copyOf(profile.content().identifiers());
        };
    }

    /** What makes two bills the same, in whatever spelling of their number, or two sessions. */
    private record Key(JurisdictionCode jurisdiction, SessionIdentifier session, String number) {}
}
