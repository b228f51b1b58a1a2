package org.mswada.http.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.application.bill.BillDetails;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.legislature.Chamber;

/** A bill with all that belongs to it; the schema {@code Bill} of the OpenAPI file describes it. */
record BillView(UUID id, String url, String jurisdiction, String session, String identifier,
        BillClassification classification, Chamber originChamber, String title, @Nullable String shortTitle,
        BillStatus status, LocalDate statusSince, @Nullable Integer statusAction, LocalDate introducedOn,
        @Nullable LocalDate latestActionOn, @Nullable String latestActionText, @Nullable String summary,
        List<String> subjects, @Nullable String lawNumber, List<String> areas, @Nullable String sourceUrl,
        boolean irregular, List<SponsorshipView> sponsorships,
        List<BillActionView> actions, int version, Instant createdAt, Instant updatedAt) {

    static BillView of(BillDetails details) {
        Bill bill = details.bill();
        BillOverviewView overview = BillOverviewView.of(bill.overview());
        return new BillView(overview.id(), overview.url(), overview.jurisdiction(), overview.session(),
                overview.identifier(), overview.classification(), overview.originChamber(), overview.title(),
                overview.shortTitle(), overview.status(), overview.statusSince(), overview.statusAction(),
                overview.introducedOn(), overview.latestActionOn(), overview.latestActionText(), bill.summary(),
                bill.subjects(), bill.lawNumber(), bill.context().areas(), bill.context().sourceUrl(), bill.irregular(),
                details.sponsorships().stream().map(SponsorshipView::of).toList(),
                details.actions().stream().map(BillActionView::of).toList(), bill.version(), bill.createdAt(),
                bill.updatedAt());
    }
}
