package org.mswada.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillSearchRepository;
import org.mswada.domain.bill.SearchCursor;
import org.mswada.domain.bill.SearchHit;
import org.mswada.domain.bill.SearchPage;
import org.mswada.domain.storage.ReadSession;

/** Finds bills by a part of their title, all as good as each other. */
final class InMemorySearch implements BillSearchRepository {
    private final InMemoryBills bills;

    InMemorySearch(InMemoryBills bills) {
        this.bills = bills;
    }

    @Override
    public SearchPage search(ReadSession session, String text, BillFilter filter, @Nullable SearchCursor after,
            int limit) {
        List<BillOverview> found = bills.bills.stream().map(details -> details.bill().overview())
                .filter(bill -> bills.passes(bill, filter))
                .filter(bill -> bill.title().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .filter(bill -> after == null || bill.id().value().compareTo(after.id().value()) > 0)
                .sorted((one, other) -> one.id().value().compareTo(other.id().value())).toList();
        List<SearchHit> hits = found.stream().limit(limit).map(bill -> new SearchHit(bill, 0.5f,
                List.of(new SearchHit.Extract(bill.title(), true)))).toList();
        return new SearchPage(hits, found.size() > limit
                ? new SearchCursor(SearchCursor.fingerprint(text, filter), 0.5f, hits.getLast().bill().id())
                : null, found.size(), true,
                Map.of(SearchPage.Facet.STATUS,
                        List.of(new SearchPage.FacetCount("introduced", found.size()))));
    }
}
