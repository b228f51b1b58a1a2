package org.mswada.http.bill;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.SearchHit;
import org.mswada.domain.bill.SearchPage;

/** A page of what was found; the schema {@code BillSearch} of the OpenAPI file describes it. */
record SearchView(List<HitView> items, @Nullable String next, int ranked, boolean complete,
        Map<String, List<FacetView>> facets) {

    static SearchView of(SearchPage page) {
        Map<String, List<FacetView>> facets = new LinkedHashMap<>();
        Arrays.stream(SearchPage.Facet.values()).forEach(facet -> facets.put(facet.name().toLowerCase(Locale.ROOT),
                page.facets().getOrDefault(facet, List.of()).stream().map(FacetView::of).toList()));
        return new SearchView(page.hits().stream().map(HitView::of).toList(),
                page.next() == null ? null : SearchCursorText.encode(page.next()), page.ranked(), page.complete(),
                facets);
    }

    /** A bill that was found; the schema {@code BillHit} describes it. */
    record HitView(BillOverviewView bill, float rank, List<SearchHit.Extract> headline) {
        static HitView of(SearchHit hit) {
            return new HitView(BillOverviewView.of(hit.bill()), hit.rank(), hit.headline());
        }
    }

    /** How many of the ranked bills have a value; the schema {@code FacetCount} describes it. */
    record FacetView(String value, long bills) {
        static FacetView of(SearchPage.FacetCount count) {
            return new FacetView(count.value(), count.bills());
        }
    }
}
