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
 * Cuts a source into batches that are stored together: no bill twice in one, and none so large that a few do not fit in a
 * small memory. Used by one thread at a time.
 */
final class BatchReader {
    /** Items, and so bills in one transaction: enough to make its costs small, few enough to hold in memory. */
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
        private final Set<Key> keys = new HashSet<>();
        private long sourceBytes;

        /** Returns whether there was room. */
        boolean add(SourceItem item) {
            if (items.size() == MAXIMUM_ITEMS || (item instanceof SourceItem.Read read && !hasRoomFor(read))) {
                return false;
            }
            return items.add(item);
        }

        private boolean hasRoomFor(SourceItem.Read read) {
            sourceBytes += read.sourceBytes();
            return (items.isEmpty() || sourceBytes <= MAXIMUM_SOURCE_BYTES) && keys.add(Key.of(read.bill()));
        }
    }

    /** What makes two bills the same, in whatever spelling of their number. */
    private record Key(JurisdictionCode jurisdiction, SessionIdentifier session, String number) {
        static Key of(ImportedBill bill) {
            return new Key(bill.jurisdiction().code(), bill.session().identifier(), bill.identifier().normalized());
        }
    }
}
