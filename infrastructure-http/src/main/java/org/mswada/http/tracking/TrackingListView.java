package org.mswada.http.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.tracking.TrackingPage;

/** A page of what is followed; the schema {@code TrackingList} of the OpenAPI file describes it. */
record TrackingListView(List<TrackingView> items, @Nullable String next) {
    static TrackingListView of(TrackingPage page) {
        return new TrackingListView(page.items().stream().map(TrackingView::of).toList(),
                page.next() == null ? null : page.next().value().toString());
    }
}
