package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.legislature.SessionId;

/** Locks bills before they are changed, so that what is decided by their versions holds until the end of the unit. */
final class BillLocks {
    private final Map<BillId, Locked> found;

    private BillLocks(Map<BillId, Locked> found) {
        this.found = found;
    }

    /** Locks in the order in which all lock bills, so that two batches at once wait for each other instead of deadlocking. */
    static BillLocks lock(DSLContext sql, Collection<BillId> bills) {
        Map<BillId, Locked> found = new HashMap<>();
        sql.select(BILL.ID, BILL.VERSION, BILL.SESSION_ID, DSL.field(BILL.DELETED_AT.isNotNull()))
                .from(BILL)
                .where(BILL.ID.eq(DSL.any(bills.toArray(BillId[]::new))))
                .orderBy(BILL.SESSION_ID, BILL.IDENTIFIER_NORMALIZED)
                .forNoKeyUpdate()
                .forEach(row -> found.put(row.value1(), new Locked(row.value2(), row.value3(), row.value4())));
        return new BillLocks(found);
    }

    /** Returns what forbids to change this bill, or the version that it will have. */
    BillWriteResult judge(BillVersion read) {
        Locked bill = found.get(read.id());
        if (bill == null || bill.deleted()) {
            return new BillWriteResult.Missing();
        }
        return bill.version() == read.version()
                ? new BillWriteResult.Written(bill.version() + 1)
                : new BillWriteResult.Stale(bill.version());
    }

    @Nullable
    Locked of(BillId bill) {
        return found.get(bill);
    }

    /** A bill as it is. */
    record Locked(int version, SessionId session, boolean deleted) {}
}
