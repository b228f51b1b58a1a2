package org.mswada.http.bill;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.application.bill.Included;
import org.mswada.domain.bill.BillPage;

/** A page of bills; the schema {@code BillList} of the OpenAPI file describes it. */
record BillListView(List<BillListItemView> items, @Nullable String next) {
    static BillListView of(BillPage page, Included included) {
        return new BillListView(page.items().stream().map(bill -> BillListItemView.of(bill, included)).toList(),
                page.nextPage().map(CursorText::encode).orElse(null));
    }
}
