package org.mswada.http.bill;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.RelationKind;

/** A bill that another relates to; the schema {@code RelatedBill} of the OpenAPI file describes it. */
record RelatedBillView(@Nullable UUID billId, @Nullable String billUrl, String session, String identifier,
        RelationKind kind, @Nullable String reason) {

    static RelatedBillView of(RelatedBill related) {
        return new RelatedBillView(related.bill() == null ? null : related.bill().value(),
                related.bill() == null ? null : BillOverviewView.url(related.bill()), related.session().value(),
                related.identifier().printed(), related.kind(), related.reason());
    }
}
