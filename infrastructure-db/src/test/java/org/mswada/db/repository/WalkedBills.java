package org.mswada.db.repository;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** The bills of a session, in one of their orders. */
final class WalkedBills implements WalkedList<BillCursor> {
    private final JooqBillRepository repository = new JooqBillRepository();
    private final WrittenBills bills = new WrittenBills();
    private final BillSort sort;

    WalkedBills(BillSort sort) {
        this.sort = sort;
    }

    @Override
    public void begin(WriteSession session) {
        bills.begin(session);
    }

    @Override
    public Object insert(WriteSession session, int number) {
        return bills.insert(session, number, List.of());
    }

    @Override
    public void change(WriteSession session, int number, int how) {
        bills.change(session, number, how, List.of());
    }

    @Override
    public void delete(WriteSession session, int number) {
        bills.delete(session, number);
    }

    @Override
    public Part<BillCursor> part(ReadSession session, @Nullable BillCursor after, int limit) {
        BillPage page = repository.list(session, BillFilter.builder().session(bills.session()).build(), sort, after,
                limit);
        return new Part<>(page.items().stream().map(BillOverview::id).toList(), page.next());
    }

    @Override
    public String toString() {
        return "bills by " + sort;
    }
}
