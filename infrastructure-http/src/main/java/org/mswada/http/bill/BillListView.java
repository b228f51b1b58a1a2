package org.mswada.http.bill;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillPage;

/** A page of bills; the schema {@code BillList} of the OpenAPI file describes it. */
record BillListView(List<BillOverviewView> items, @Nullable String next) {
    static BillListView of(BillPage page) {
        return new BillListView(page.items().stream().map(BillOverviewView::of).toList(),
                page.nextPage().map(CursorText::encode).orElse(null));
    }
}
