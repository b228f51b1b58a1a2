package org.mswada.application.memory;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillId;

/** A name in another register is that of one bill, deleted or not. */
final class InMemoryIdentifiers {
    private InMemoryIdentifiers() {}

    /** Returns why a bill cannot have the identifiers of this context, or null if it can. */
    static @Nullable String taken(Tables tables, BillId bill, BillContext context) {
        return tables.bills.entrySet().stream().filter(stored -> !stored.getKey().equals(bill))
                .flatMap(stored -> stored.getValue().content().context().identifiers().stream())
                .filter(context.identifiers()::contains).findFirst()
                .map(taken -> "another bill has the identifier " + taken + "; correct the record").orElse(null);
    }
}
