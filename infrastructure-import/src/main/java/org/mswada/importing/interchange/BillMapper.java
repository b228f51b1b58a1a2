package org.mswada.importing.interchange;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.ImportedSponsor;
import org.mswada.application.importing.ImportedSponsorship;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.RelationKind;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** Says a bill's line in the terms of the domain. */
final class BillMapper {
    private final References references;

    BillMapper(References references) {
        this.references = references;
    }

    @Nullable
    ImportedBill map(Fields line, Problems problems) {
        JurisdictionCode code = new JurisdictionCode(line.text("jurisdiction"));
        Optional<Jurisdiction> jurisdiction = references.jurisdiction(code);
        Optional<LegislativeSession> session = jurisdiction
                .flatMap(_ -> references.session(code, new SessionIdentifier(line.text("session"))));
        if (jurisdiction.isEmpty()) {
            problems.add(Pointer.WHOLE.member("jurisdiction"), RecordMapper.unknown("jurisdiction", code.value()));
        } else if (session.isEmpty()) {
            problems.add(Pointer.WHOLE.member("session"), RecordMapper.unknown("session", line.text("session")));
        }
        RepeatedItems.check(line.texts("subjects"), "subjects", problems);
        RepeatedItems.check(line.texts("areas"), "areas", problems);
        List<ExternalIdentifier> identifiers = line.identifiers("identifiers", problems);
        List<ImportedSponsorship> sponsorships = sponsorships(line.items("sponsorships"), problems);
        if (!problems.isEmpty()) {
            return null;
        }
        return new ImportedBill(jurisdiction.orElseThrow(), session.orElseThrow(),
                BillIdentifier.of(line.text("identifier")),
                line.choice("classification", BillClassification.class), line.choice("origin_chamber", Chamber.class),
                line.text("title"), line.optionalText("short_title"), line.optionalText("summary"),
                line.texts("subjects"), line.day("introduced_on"), line.optionalText("law_number"),
                new BillContext(identifiers, line.texts("areas"), line.optionalText("source_url"),
                        line.object("extras").map(extras -> JsonText.of(extras.members())).orElse("{}")),
                sponsorships, actions(line.items("actions")), related(line.items("related_bills")));
    }

    private List<ImportedSponsorship> sponsorships(List<Json> items, Problems problems) {
        List<ImportedSponsorship> sponsorships = new ArrayList<>(items.size());
        for (Json item : items) {
            Fields fields = Fields.of(item);
            ExternalIdentifier sponsor = fields.object("sponsor").map(Fields::identifier).orElse(null);
            if (sponsor != null && !references.hasSponsor(sponsor)) {
                problems.add(Pointer.WHOLE.member("sponsorships").item(sponsorships.size()).member("sponsor"),
                        RecordMapper.unknown("sponsor", sponsor.scheme() + " " + sponsor.identifier()));
            }
            sponsorships.add(sponsorship(fields, sponsor));
        }
        return sponsorships;
    }

    private static ImportedSponsorship sponsorship(Fields fields, @Nullable ExternalIdentifier sponsor) {
        String name = fields.text("name_as_printed");
        return new ImportedSponsorship(sponsor == null ? null : new ImportedSponsor(sponsor, name, null, null, null),
                name, fields.choice("entity_type", SponsorEntityType.class),
                fields.choice("role", SponsorshipRole.class), fields.optionalDay("joined_on"),
                fields.optionalDay("withdrawn_on"));
    }

    private static List<BillAction> actions(List<Json> items) {
        List<BillAction> actions = new ArrayList<>(items.size());
        for (Json item : items) {
            Fields fields = Fields.of(item);
            OffsetDateTime moment = fields.optionalMoment("occurred_at");
            actions.add(new BillAction(actions.size(), fields.day("occurred_on"),
                    moment == null ? null : moment.toInstant(), fields.text("text"), fields.texts("classes"),
                    fields.optionalChoice("asserted_status", BillStatus.class)));
        }
        return actions;
    }

    private static List<RelatedBill> related(List<Json> items) {
        List<RelatedBill> related = new ArrayList<>(items.size());
        for (Json item : items) {
            Fields fields = Fields.of(item);
            related.add(new RelatedBill(related.size(), new SessionIdentifier(fields.text("session")),
                    BillIdentifier.of(fields.text("identifier")), fields.choice("kind", RelationKind.class),
                    fields.optionalText("reason"), null));
        }
        return related;
    }
}
