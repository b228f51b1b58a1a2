package org.mswada.importing.demo;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.SourceItem;
import org.mswada.application.importing.SourceLocation;
import org.mswada.domain.legislature.JurisdictionCode;

/**
 * The bills of a country that does not exist: two houses, a closed session and a current one, some 300 bills with every
 * status among them. All of it is invented, nobody in it has a name, and every call yields the same. Used by one thread at
 * a time.
 */
public final class DemoLegislature implements BillSource {
    /** The code of its jurisdiction. */
    public static final JurisdictionCode CODE = DemoSession.JURISDICTION.code();
    private static final String NAME = "demo";

    private final Iterator<ImportedBill> bills;
    private long place;

    private DemoLegislature(List<ImportedBill> bills) {
        this.bills = bills.iterator();
    }

    /** Makes the bills, the closed session first. */
    public static BillSource open() {
        return new DemoLegislature(Stream.of(DemoSession.values())
                .flatMap(session -> new DemoSessionBills(session).all().stream()).toList());
    }

    @Override
    public Optional<SourceItem> next() {
        if (!bills.hasNext()) {
            return Optional.empty();
        }
        place++;
        ImportedBill bill = bills.next();
        return Optional.of(new SourceItem.Read(new SourceLocation(NAME, place), bill, bill.toString().length(), null));
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
