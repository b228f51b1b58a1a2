package org.mswada.http.bill;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.legislature.Chamber;

/** A bill in a list; the schema {@code BillOverview} of the OpenAPI file describes it. */
record BillOverviewView(UUID id, String url, String jurisdiction, String session, String identifier,
        BillClassification classification, Chamber originChamber, String title, @Nullable String shortTitle,
        BillStatus status, LocalDate statusSince, @Nullable Integer statusAction, LocalDate introducedOn,
        @Nullable LocalDate latestActionOn, @Nullable String latestActionText) {

    static BillOverviewView of(BillOverview bill) {
        BillKey key = bill.key();
        BillProgress progress = bill.progress();
        return new BillOverviewView(bill.id().value(), url(bill.id()), key.jurisdiction().value(),
                key.session().value(), key.identifier().printed(), bill.classification(), bill.originChamber(),
                bill.title(), bill.shortTitle(), progress.status(), progress.statusSince(), progress.statusAction(),
                progress.introducedOn(), progress.latestActionOn(), progress.latestActionText());
    }

    static String url(BillId id) {
        return "/v1/bills/" + id.value();
    }
}
