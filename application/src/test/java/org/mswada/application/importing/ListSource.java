package org.mswada.application.importing;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A source of given items; a bill stands at the line of its place. */
final class ListSource implements BillSource {
    private final Queue<SourceItem> items = new ArrayDeque<>();

    ListSource bill(ImportedBill bill) {
        return record(bill);
    }

    ListSource record(ImportedRecord record) {
        items.add(new SourceItem.Read(new SourceLocation("list", items.size() + 1L), record, 1, null));
        return this;
    }

    ListSource bills(List<ImportedBill> bills) {
        bills.forEach(this::bill);
        return this;
    }

    ListSource broken(String reason) {
        items.add(new SourceItem.Broken(
                new Rejection(new SourceLocation("list", items.size() + 1L), reason, "correct it", null)));
        return this;
    }

    @Override
    public Optional<SourceItem> next() {
        return Optional.ofNullable(items.poll());
    }

    @Override
    public void close() {
        items.clear();
    }
}
