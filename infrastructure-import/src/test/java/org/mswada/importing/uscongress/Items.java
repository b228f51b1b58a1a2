package org.mswada.importing.uscongress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.SourceItem;

/** Everything that a source yields, for small sources. */
record Items(List<ImportedBill> bills, List<SourceItem.Broken> broken, List<SourceItem> all) {
    static Items of(Path... files) {
        Items items = new Items(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (BillSource source = UsCongressBills.open(List.of(files))) {
            Optional<SourceItem> item = source.next();
            while (item.isPresent()) {
                items.add(item.get());
                item = source.next();
            }
        }
        return items;
    }

    private void add(SourceItem item) {
        all.add(item);
        switch (item) {
            case SourceItem.Read read -> bills.add((ImportedBill) read.record());
            case SourceItem.Broken trouble -> broken.add(trouble);
        }
    }

    List<String> numbers() {
        return bills.stream().map(bill -> bill.identifier().printed()).toList();
    }

    List<String> reasons() {
        return broken.stream().map(SourceItem.Broken::rejection)
                .map(rejection -> rejection.reason() + "; " + rejection.remedy()).toList();
    }
}
