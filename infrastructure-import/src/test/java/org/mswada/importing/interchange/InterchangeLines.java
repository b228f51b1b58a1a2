package org.mswada.importing.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.ImportedJurisdiction;
import org.mswada.application.importing.ImportedRecord;
import org.mswada.application.importing.ImportedSession;
import org.mswada.application.importing.ImportedSponsor;
import org.mswada.application.importing.ImportedSponsorProfile;
import org.mswada.application.importing.ImportedSponsorship;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.SponsorContent;
import tools.jackson.databind.json.JsonMapper;

/** Writes records in the interchange format, as another program would. */
final class InterchangeLines {
    static final String HEADER = "{\"type\":\"mswada-interchange\",\"version\":1}";

    private InterchangeLines() {}

    /** Returns bills after all that they refer to, which is what their own words say of it. */
    static List<ImportedRecord> withDefinitions(List<ImportedBill> bills) {
        Set<ImportedRecord> records = new LinkedHashSet<>();
        Map<ExternalIdentifier, ImportedRecord> sponsors = new LinkedHashMap<>();
        for (ImportedBill bill : bills) {
            records.add(new ImportedJurisdiction(bill.jurisdiction()));
            records.add(new ImportedSession(bill.jurisdiction().code(), bill.session()));
            for (ImportedSponsorship sponsorship : bill.sponsorships()) {
                ImportedSponsor sponsor = sponsorship.sponsor();
                if (sponsor != null) {
                    sponsors.putIfAbsent(sponsor.identifier(),
                            new ImportedSponsorProfile(bill.jurisdiction(),
                                    SponsorContent.asPrinted(sponsor.name(), sponsor.chamber(), sponsor.district(),
                                            sponsor.roleTitle(), List.of(sponsor.identifier()))));
                }
            }
        }
        List<ImportedRecord> all = new ArrayList<>(records);
        all.addAll(sponsors.values());
        all.addAll(bills);
        return all;
    }

    static String of(ImportedRecord record) {
        return JsonMapper.shared().writeValueAsString(members(record));
    }

    private static Map<String, Object> members(ImportedRecord record) {
        Line line = new Line();
        switch (record) {
            case ImportedJurisdiction given -> line.with("type", "jurisdiction")
                    .with("id", given.jurisdiction().id().value()).with("code", given.jurisdiction().code().value())
                    .with("name", given.jurisdiction().name())
                    .with("classification", given.jurisdiction().classification())
                    .with("time_zone", given.jurisdiction().timeZone());
            case ImportedSession given -> line.with("type", "session")
                    .with("jurisdiction", given.jurisdiction().value())
                    .with("identifier", given.session().identifier().value()).with("name", given.session().name())
                    .with("classification", given.session().classification())
                    .with("start_date", given.session().startDate()).with("end_date", given.session().endDate());
            case ImportedSponsorProfile given -> line.with("type", "sponsor")
                    .with("jurisdiction", given.jurisdiction().code().value())
                    .with("name", given.content().name().full())
                    .with("given_name", given.content().name().given())
                    .with("family_name", given.content().name().family())
                    .with("other_names", given.content().name().others()).with("party", given.content().party())
                    .with("chamber", given.content().chamber()).with("district", given.content().district())
                    .with("role_title", given.content().roleTitle()).with("active", given.content().active())
                    .with("email", given.content().contact().email()).with("phone", given.content().contact().phone())
                    .with("url", given.content().contact().url())
                    .with("identifiers", identifiers(given.content().identifiers())).with("memberships",
                            given.content().memberships().stream().map(InterchangeLines::membership).toList());
            case ImportedBill given -> bill(line, given);
        }
        return line.members;
    }

    private static void bill(Line line, ImportedBill bill) {
        line.with("type", "bill").with("jurisdiction", bill.jurisdiction().code().value())
                .with("session", bill.session().identifier().value())
                .with("identifier", bill.identifier().printed()).with("classification", bill.classification())
                .with("origin_chamber", bill.originChamber()).with("title", bill.title())
                .with("short_title", bill.shortTitle()).with("summary", bill.summary())
                .with("subjects", bill.subjects()).with("introduced_on", bill.introducedOn())
                .with("law_number", bill.lawNumber()).with("identifiers", identifiers(bill.context().identifiers()))
                .with("areas", bill.context().areas()).with("source_url", bill.context().sourceUrl())
                .with("extras", JsonMapper.shared().readValue(bill.context().extras(), Map.class))
                .with("sponsorships", bill.sponsorships().stream().map(InterchangeLines::sponsorship).toList())
                .with("actions", bill.actions().stream().map(InterchangeLines::action).toList())
                .with("related_bills", bill.related().stream().map(InterchangeLines::related).toList());
    }

    private static Map<String, Object> related(RelatedBill related) {
        return new Line().with("session", related.session().value())
                .with("identifier", related.identifier().printed()).with("kind", related.kind())
                .with("reason", related.reason()).members;
    }

    private static Map<String, Object> membership(Membership membership) {
        return new Line().with("organization", membership.organization()).with("chamber", membership.chamber())
                .with("role", membership.role()).with("party", membership.party())
                .with("district", membership.district()).with("start_date", membership.start())
                .with("end_date", membership.end()).members;
    }

    private static List<Map<String, Object>> identifiers(List<ExternalIdentifier> identifiers) {
        return identifiers.stream().map(InterchangeLines::identifier).toList();
    }

    private static Map<String, Object> sponsorship(ImportedSponsorship sponsorship) {
        ImportedSponsor sponsor = sponsorship.sponsor();
        return new Line().with("sponsor", sponsor == null ? null : identifier(sponsor.identifier()))
                .with("name_as_printed", sponsorship.nameAsPrinted()).with("entity_type", sponsorship.entityType())
                .with("role", sponsorship.role()).with("joined_on", sponsorship.joinedOn())
                .with("withdrawn_on", sponsorship.withdrawnOn()).members;
    }

    private static Map<String, Object> action(BillAction action) {
        return new Line().with("occurred_on", action.occurredOn()).with("occurred_at", action.occurredAt())
                .with("text", action.text()).with("classes", action.classes())
                .with("asserted_status", action.assertedStatus()).members;
    }

    private static Map<String, Object> identifier(ExternalIdentifier identifier) {
        return new Line().with("scheme", identifier.scheme()).with("identifier", identifier.identifier()).members;
    }

    /** Members in order; what is not known is left out. */
    private static final class Line {
        private final Map<String, Object> members = new LinkedHashMap<>();

        Line with(String name, @Nullable Object value) {
            switch (value) {
                case null -> {}
                case Enum<?> word -> members.put(name, Shape.Choice.word(word));
                case List<?> list -> members.put(name, list);
                case Map<?, ?> object -> members.put(name, object);
                case Boolean truth -> members.put(name, truth);
                default -> members.put(name, value.toString());
            }
            return this;
        }
    }
}
