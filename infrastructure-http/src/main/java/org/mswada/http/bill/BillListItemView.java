package org.mswada.http.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mswada.application.bill.Included;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.StatusHistory;
import org.mswada.domain.legislature.Chamber;

/** A bill in a list, with what it was asked to include; the schema {@code BillListItem} of the OpenAPI file describes it. */
record BillListItemView(UUID id, String url, String jurisdiction, String session, String identifier,
        BillClassification classification, Chamber originChamber, String title, @Nullable String shortTitle,
        BillStatus status, LocalDate statusSince, @Nullable Integer statusAction, LocalDate introducedOn,
        @Nullable LocalDate latestActionOn, @Nullable String latestActionText,
        @Nullable List<SponsorshipView> sponsorships, @Nullable List<BillActionView> actions,
        @Nullable List<RelatedBillView> relatedBills, @Nullable List<StatusChangeView> statusHistory) {

    static BillListItemView of(BillOverview bill, Included included) {
        BillOverviewView overview = BillOverviewView.of(bill);
        StatusHistory history = included.statusHistories() == null
                ? null
                : included.statusHistories().get(bill.id());
        return new BillListItemView(overview.id(), overview.url(), overview.jurisdiction(), overview.session(),
                overview.identifier(), overview.classification(), overview.originChamber(), overview.title(),
                overview.shortTitle(), overview.status(), overview.statusSince(), overview.statusAction(),
                overview.introducedOn(), overview.latestActionOn(), overview.latestActionText(),
                views(included.sponsorships(), bill.id(), SponsorshipView::of),
                views(included.actions(), bill.id(), BillActionView::of),
                views(included.relatedBills(), bill.id(), RelatedBillView::of),
                history == null ? null : history.changes().stream().map(StatusChangeView::of).toList());
    }

    private static <T, V> @Nullable List<V> views(@Nullable Map<BillId, List<T>> included, BillId bill,
            Function<T, V> view) {
        return included == null ? null : included.getOrDefault(bill, List.of()).stream().map(view).toList();
    }
}
