package org.mswada.importing.interchange;

import static org.mswada.importing.interchange.Shape.Member.optional;
import static org.mswada.importing.interchange.Shape.Member.required;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.mswada.application.importing.ImportedBill;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.RelationKind;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.JurisdictionId;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.SponsorName;

/** All that may stand in a line, by the line's type. Members are named as the API names them. */
enum Format {
    JURISDICTION(
            required("id", new Shape.Text(Limits.NAME, JurisdictionId::new)),
            required("code", new Shape.Text(Limits.NAME, JurisdictionCode::new)),
            required("name", Shape.Text.of(Limits.NAME)),
            required("classification", Shape.Choice.of(Jurisdiction.Classification.class)),
            required("time_zone", new Shape.Text(Limits.NAME, Format::checkTimeZone))),
    SESSION(
            required("jurisdiction", new Shape.Text(Limits.NAME, JurisdictionCode::new)),
            required("identifier", new Shape.Text(Limits.NAME, SessionIdentifier::new)),
            required("name", Shape.Text.of(Limits.NAME)),
            required("classification", Shape.Choice.of(LegislativeSession.Classification.class)),
            required("start_date", new Shape.Day()),
            optional("end_date", new Shape.Day())),
    SPONSOR(
            required("jurisdiction", new Shape.Text(Limits.NAME, JurisdictionCode::new)),
            required("name", Shape.Text.of(Limits.SPONSOR_NAME)),
            optional("given_name", Shape.Text.of(Limits.SPONSOR_NAME)),
            optional("family_name", Shape.Text.of(Limits.SPONSOR_NAME)),
            optional("other_names", new Shape.Items(Shape.Text.of(Limits.SPONSOR_NAME), 0, SponsorName.MAXIMUM_OTHERS)),
            optional("party", Shape.Text.of(Limits.LABEL)),
            optional("chamber", Shape.Choice.of(Chamber.class)),
            optional("district", Shape.Text.of(Limits.LABEL)),
            optional("role_title", Shape.Text.of(Limits.NAME)),
            optional("active", new Shape.Flag()),
            optional("email", Shape.Text.of(Limits.NAME)),
            optional("phone", Shape.Text.of(Limits.NAME)),
            optional("url", Shape.Text.of(Limits.NAME)),
            required("identifiers", Shape.Items.of(identifier(), 1)),
            optional("memberships", Shape.Items.of(membership(), 0))),
    BILL(
            required("jurisdiction", new Shape.Text(Limits.NAME, JurisdictionCode::new)),
            required("session", new Shape.Text(Limits.NAME, SessionIdentifier::new)),
            required("identifier", new Shape.Text(Limits.NAME, BillIdentifier::of)),
            required("classification", Shape.Choice.of(BillClassification.class)),
            required("origin_chamber", Shape.Choice.of(Chamber.class)),
            required("title", Shape.Text.of(Limits.TITLE)),
            optional("short_title", Shape.Text.of(Limits.TITLE)),
            optional("summary", Shape.Text.of(Limits.TEXT)),
            optional("subjects", Shape.Items.of(Shape.Text.of(ImportedBill.MAXIMUM_SUBJECT), 0)),
            required("introduced_on", new Shape.Day()),
            optional("law_number", Shape.Text.of(Limits.NAME)),
            optional("identifiers", Shape.Items.of(identifier(), 0)),
            optional("areas", Shape.Items.of(Shape.Text.of(Limits.NAME), 0)),
            optional("source_url", new Shape.Text(Limits.URL, Format::checkUrl)),
            optional("extras", new Shape.Anything()),
            optional("sponsorships", Shape.Items.of(sponsorship(), 0)),
            optional("actions", Shape.Items.of(action(), 0)),
            optional("related_bills", Shape.Items.of(relatedBill(), 0)));

    /** Stands in each line and says which of these it is. */
    static final String TYPE = "type";

    /** The type of the first line of a file. */
    static final String HEADER = "mswada-interchange";

    /** What the first line says of the format. */
    static final int VERSION = 1;

    // Lists of records that are made by List.of(), and so cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Shape.Members shape;

    Format(Shape.Member... members) {
        List<Shape.Member> all = new ArrayList<>(List.of(members));
        all.addFirst(required("type", new Shape.Choice(List.of(Shape.Choice.word(this)))));
        this.shape = new Shape.Members(List.copyOf(all));
    }

    Shape.Members shape() {
        return shape;
    }

    private static Shape identifier() {
        return new Shape.Members(List.of(
                required("scheme", new Shape.Text(Limits.NAME, scheme -> new ExternalIdentifier(scheme, "1"))),
                required("identifier", Shape.Text.of(Limits.IDENTIFIER))));
    }

    private static Shape membership() {
        return new Shape.Members(List.of(
                required("organization", Shape.Text.of(Limits.NAME)),
                optional("chamber", Shape.Choice.of(Chamber.class)),
                optional("role", Shape.Text.of(Limits.NAME)),
                optional("party", Shape.Text.of(Limits.NAME)),
                optional("district", Shape.Text.of(Limits.NAME)),
                required("start_date", new Shape.Day()),
                optional("end_date", new Shape.Day())));
    }

    private static Shape sponsorship() {
        return new Shape.Members(List.of(
                optional("sponsor", identifier()),
                required("name_as_printed", Shape.Text.of(Limits.NAME)),
                required("entity_type", Shape.Choice.of(SponsorEntityType.class)),
                required("role", Shape.Choice.of(SponsorshipRole.class)),
                optional("joined_on", new Shape.Day()),
                optional("withdrawn_on", new Shape.Day())));
    }

    private static Shape action() {
        return new Shape.Members(List.of(
                required("occurred_on", new Shape.Day()),
                optional("occurred_at", new Shape.Moment()),
                required("text", Shape.Text.of(Limits.TEXT)),
                optional("classes", Shape.Items.of(Shape.Text.of(Limits.IDENTIFIER), 0)),
                optional("asserted_status", Shape.Choice.of(BillStatus.class))));
    }

    /** The other bill need not be stored, now or ever. */
    private static Shape relatedBill() {
        return new Shape.Members(List.of(
                required("session", new Shape.Text(Limits.NAME, SessionIdentifier::new)),
                required("identifier", new Shape.Text(Limits.NAME, BillIdentifier::of)),
                required("kind", Shape.Choice.of(RelationKind.class)),
                optional("reason", Shape.Text.of(Limits.NAME))));
    }

    private static void checkUrl(String url) {
        if (!url.matches("https?://\\S+")) {
            throw new IllegalArgumentException("'" + url + "' is not a URL like https://example.org/bills/1");
        }
    }

    private static void checkTimeZone(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new IllegalArgumentException(
                    "'" + zone + "' is not a time zone of the IANA database like 'America/New_York'");
        }
    }

    /** The most characters of texts: whatever they are, an index of PostgreSQL takes the texts that are in one together. */
    private static final class Limits {
        static final int IDENTIFIER = 128;
        static final int LABEL = 150;
        static final int SPONSOR_NAME = 200;
        static final int NAME = 500;
        static final int URL = 2_000;
        static final int TITLE = 10_000;
        static final int TEXT = 1_000_000;
    }
}
