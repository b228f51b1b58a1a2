package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillStatus;

/** What a list of bills is restricted by. */
final class BillConditions {
    private BillConditions() {}

    static Condition matching(BillFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        if (filter.jurisdiction() != null) {
            conditions.add(JURISDICTION.CODE.eq(filter.jurisdiction()));
        }
        if (filter.session() != null) {
            conditions.add(LEGISLATIVE_SESSION.IDENTIFIER.eq(filter.session()));
        }
        if (!filter.statuses().isEmpty()) {
            conditions.add(BILL.STATUS.eq(DSL.any(filter.statuses().toArray(BillStatus[]::new))));
        }
        if (filter.chamber() != null) {
            conditions.add(BILL.ORIGIN_CHAMBER.eq(filter.chamber()));
        }
        return DSL.and(conditions);
    }

    /** A row value, not an OR of comparisons: only this form is one range of the index. */
    static Condition after(@Nullable BillCursor cursor) {
        return cursor == null
                ? DSL.noCondition()
                : DSL.row(BILL.INTRODUCED_ON, BILL.ID).lessThan(cursor.introducedOn(), cursor.id());
    }
}
