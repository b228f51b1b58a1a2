package org.mswada.http.sponsor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.sponsor.SponsorMatch;
import org.mswada.domain.sponsor.SponsorPage;

/** A page of sponsors; the schema {@code SponsorList} of the OpenAPI file describes it. */
record SponsorListView(List<SponsorOverviewView> items, @Nullable String next) {
    static SponsorListView of(SponsorPage page) {
        return new SponsorListView(page.items().stream().map(SponsorOverviewView::of).toList(),
                page.nextPage().map(SponsorCursorText::encode).orElse(null));
    }

    /** What was found by name, the best first: there is no page behind it. */
    static SponsorListView found(List<SponsorMatch> matches) {
        return new SponsorListView(matches.stream().map(match -> SponsorOverviewView.of(match.sponsor())).toList(),
                null);
    }
}
