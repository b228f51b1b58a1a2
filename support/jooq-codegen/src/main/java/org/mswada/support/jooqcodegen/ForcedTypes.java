package org.mswada.support.jooqcodegen;

import java.util.List;
import org.jooq.meta.jaxb.ForcedType;

/** Which columns carry which type of the domain, so that no repository converts by hand. */
final class ForcedTypes {
    private static final String DOMAIN = "org.mswada.domain.";

    private ForcedTypes() {}

    static List<ForcedType> all() {
        return List.of(
                id("bill.BillId", "bill\\.id|.*\\.bill_id"),
                id("sponsor.SponsorId", "sponsor\\.id|.*\\.sponsor_id"),
                id("legislature.SessionId", "legislative_session\\.id|.*\\.session_id"),
                id("user.UserId", "app_user\\.id|.*\\.user_id"),
                id("tracking.TrackingId", "tracking\\.id"),
                text("legislature.JurisdictionId", "jurisdiction\\.id|.*\\.jurisdiction_id"),
                text("legislature.JurisdictionCode", "jurisdiction\\.code"),
                text("legislature.SessionIdentifier", "legislative_session\\.identifier|related_bill\\.other_session"),
                enumeration("legislature.Jurisdiction.Classification", "jurisdiction\\.classification"),
                enumeration("legislature.LegislativeSession.Classification", "legislative_session\\.classification"),
                enumeration("legislature.Chamber", ".*\\.(origin_)?chamber"),
                enumeration("bill.BillClassification", "bill\\.classification"),
                enumeration("bill.BillStatus", "bill\\.status|bill_action\\.asserted_status"),
                enumeration("bill.SponsorEntityType", "sponsorship\\.entity_type"),
                enumeration("bill.SponsorshipRole", "sponsorship\\.role"),
                enumeration("bill.RelationKind", "related_bill\\.kind"),
                enumeration("user.Role", "app_user\\.role"),
                enumeration("user.UserStatus", "app_user\\.status"),
                enumeration("user.Anonymity", "app_user\\.anonymity"),
                enumeration("tracking.TrackingFrequency", "tracking\\.frequency"),
                enumeration("tracking.TrackingStance", "tracking\\.stance"),
                instant(".*"));
    }

    private static ForcedType id(String type, String columns) {
        return converted(type, "java.util.UUID", "value", columns);
    }

    private static ForcedType text(String type, String columns) {
        return converted(type, "java.lang.String", "value", columns);
    }

    private static ForcedType converted(String type, String stored, String accessor, String columns) {
        String name = DOMAIN + type;
        return new ForcedType().withUserType(name)
                .withConverter("org.jooq.Converter.ofNullable(" + stored + ".class, " + name + ".class, " + name
                        + "::new, " + name + "::" + accessor + ")")
                .withIncludeExpression("public\\.(" + columns + ")");
    }

    private static ForcedType enumeration(String type, String columns) {
        return new ForcedType().withUserType(DOMAIN + type).withEnumConverter(true)
                .withIncludeExpression("public\\.(" + columns + ")");
    }

    private static ForcedType instant(String columns) {
        return new ForcedType().withName("INSTANT").withIncludeTypes("timestamp with time zone|timestamptz")
                .withIncludeExpression(columns);
    }
}
