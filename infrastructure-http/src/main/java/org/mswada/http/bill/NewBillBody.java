package org.mswada.http.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.application.bill.NewBill;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.http.routing.JsonMembers;
import org.mswada.http.routing.Parameters;

/** Reads a bill that is to be introduced; the schema {@code NewBill} of the OpenAPI file describes it. */
final class NewBillBody {
    private NewBillBody() {}

    static NewBill read(JsonMembers body) {
        JurisdictionCode jurisdiction = body.requiredText("jurisdiction", JurisdictionCode::new);
        SessionIdentifier session = body.requiredText("session", SessionIdentifier::new);
        BillIdentifier identifier = body.requiredText("identifier", BillIdentifier::of);
        Chamber chamber = body.requiredText("origin_chamber", BillTexts.CHAMBERS);
        LocalDate introducedOn = body.requiredDate("introduced_on");
        BillEdit content = content(body);
        List<Sponsorship> sponsorships = sponsorships(body);
        body.check();
        if (jurisdiction == null || session == null || identifier == null || chamber == null || introducedOn == null
                || content == null) {
            throw body.refusal();
        }
        return new NewBill(new BillKey(jurisdiction, session, identifier), chamber, introducedOn, content,
                sponsorships);
    }

    private static @Nullable BillEdit content(JsonMembers body) {
        BillClassification classification = body.requiredText("classification", BillTexts.CLASSIFICATIONS);
        String title = body.requiredText("title", BillTexts::title);
        String shortTitle = body.text("short_title", BillTexts::title);
        String summary = body.text("summary", BillTexts::longText);
        List<String> subjects = BillTexts.lines(body, "subjects");
        String lawNumber = body.text("law_number", BillTexts::line);
        List<String> areas = BillTexts.lines(body, "areas");
        String sourceUrl = body.text("source_url", BillTexts::url);
        return classification == null || title == null || !body.isGood()
                ? null
                : new BillEdit(classification, title, shortTitle, summary, subjects, lawNumber,
                        new BillContext(List.of(), areas, sourceUrl, BillContext.NONE.extras()));
    }

    private static List<Sponsorship> sponsorships(JsonMembers body) {
        List<Sponsorship> sponsorships = new ArrayList<>();
        for (JsonMembers each : body.objects("sponsorships")) {
            SponsorId sponsor = each.text("sponsor_id", text -> new SponsorId(Parameters.uuid(text)));
            String name = each.requiredText("name_as_printed", BillTexts::line);
            SponsorEntityType type = each.requiredText("entity_type", BillTexts.ENTITY_TYPES);
            SponsorshipRole role = each.requiredText("role", BillTexts.ROLES);
            LocalDate joinedOn = each.date("joined_on");
            LocalDate withdrawnOn = each.date("withdrawn_on");
            if (name != null && type != null && role != null) {
                sponsorships.add(new Sponsorship(sponsorships.size(), sponsor, name, type, role, joinedOn,
                        withdrawnOn));
            }
        }
        return sponsorships;
    }
}
