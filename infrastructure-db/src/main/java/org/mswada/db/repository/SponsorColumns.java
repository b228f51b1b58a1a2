package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.SPONSOR;
import static org.mswada.db.generated.Tables.SPONSOR_IDENTIFIER;
import static org.mswada.db.generated.Tables.SPONSOR_MEMBERSHIP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.RowMapper;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContact;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorName;
import org.mswada.domain.sponsor.SponsorOverview;

/** Which columns a sponsor is read from, and how. */
final class SponsorColumns {
    static final List<SelectField<?>> OF_OVERVIEW = List.of(SPONSOR.ID, JURISDICTION.CODE, SPONSOR.NAME, SPONSOR.PARTY,
            SPONSOR.CHAMBER, SPONSOR.DISTRICT, SPONSOR.ACTIVE);

    static final List<SelectField<?>> OF_SPONSOR = List.of(SPONSOR.ID, JURISDICTION.CODE, SPONSOR.NAME,
            SPONSOR.GIVEN_NAME, SPONSOR.FAMILY_NAME, SPONSOR.OTHER_NAMES, SPONSOR.PARTY, SPONSOR.CHAMBER,
            SPONSOR.DISTRICT, SPONSOR.ROLE_TITLE, SPONSOR.ACTIVE, SPONSOR.EMAIL, SPONSOR.PHONE, SPONSOR.URL,
            SPONSOR.VERSION, SPONSOR.CREATED_AT, SPONSOR.UPDATED_AT);

    static final List<SelectField<?>> OF_MEMBERSHIP = List.of(SPONSOR_MEMBERSHIP.SPONSOR_ID,
            SPONSOR_MEMBERSHIP.ORGANIZATION, SPONSOR_MEMBERSHIP.CHAMBER, SPONSOR_MEMBERSHIP.ROLE,
            SPONSOR_MEMBERSHIP.PARTY, SPONSOR_MEMBERSHIP.DISTRICT, SPONSOR_MEMBERSHIP.START_DATE,
            SPONSOR_MEMBERSHIP.END_DATE);

    private SponsorColumns() {}

    static RowMapper<SponsorOverview> overview(Columns columns) {
        Column<SponsorId> id = columns.of(SPONSOR.ID);
        Column<JurisdictionCode> jurisdiction = columns.of(JURISDICTION.CODE);
        Column<String> name = columns.of(SPONSOR.NAME);
        Column<@Nullable String> party = columns.nullable(SPONSOR.PARTY);
        Column<@Nullable Chamber> chamber = columns.nullable(SPONSOR.CHAMBER);
        Column<@Nullable String> district = columns.nullable(SPONSOR.DISTRICT);
        Column<Boolean> active = columns.of(SPONSOR.ACTIVE);
        return row -> new SponsorOverview(row.get(id), row.get(jurisdiction), row.get(name), row.get(party),
                row.get(chamber), row.get(district), row.get(active));
    }

    /** Without identifiers and memberships, which are rows of their own. */
    static RowMapper<Sponsor> sponsor(Columns columns) {
        Column<SponsorId> id = columns.of(SPONSOR.ID);
        Column<JurisdictionCode> jurisdiction = columns.of(JURISDICTION.CODE);
        RowMapper<SponsorContent> content = content(columns);
        Column<Integer> version = columns.of(SPONSOR.VERSION);
        Column<Instant> createdAt = columns.of(SPONSOR.CREATED_AT);
        Column<Instant> updatedAt = columns.of(SPONSOR.UPDATED_AT);
        return row -> new Sponsor(row.get(id), row.get(jurisdiction), content.map(row), row.get(version),
                row.get(createdAt), row.get(updatedAt));
    }

    private static RowMapper<SponsorContent> content(Columns columns) {
        RowMapper<SponsorName> name = name(columns);
        Column<@Nullable String> party = columns.nullable(SPONSOR.PARTY);
        Column<@Nullable Chamber> chamber = columns.nullable(SPONSOR.CHAMBER);
        Column<@Nullable String> district = columns.nullable(SPONSOR.DISTRICT);
        Column<@Nullable String> roleTitle = columns.nullable(SPONSOR.ROLE_TITLE);
        Column<Boolean> active = columns.of(SPONSOR.ACTIVE);
        Column<@Nullable String> email = columns.nullable(SPONSOR.EMAIL);
        Column<@Nullable String> phone = columns.nullable(SPONSOR.PHONE);
        Column<@Nullable String> url = columns.nullable(SPONSOR.URL);
        return row -> new SponsorContent(name.map(row), row.get(party), row.get(chamber), row.get(district),
                row.get(roleTitle), row.get(active),
                new SponsorContact(row.get(email), row.get(phone), row.get(url)), List.of(), List.of());
    }

    private static RowMapper<SponsorName> name(Columns columns) {
        Column<String> full = columns.of(SPONSOR.NAME);
        Column<@Nullable String> given = columns.nullable(SPONSOR.GIVEN_NAME);
        Column<@Nullable String> family = columns.nullable(SPONSOR.FAMILY_NAME);
        Column<String[]> others = columns.of(SPONSOR.OTHER_NAMES);
        return row -> new SponsorName(row.get(full), row.get(given), row.get(family), List.of(row.get(others)));
    }

    static RowMapper<SponsorId> id(Columns columns) {
        Column<SponsorId> sponsor = columns.of(SPONSOR_IDENTIFIER.SPONSOR_ID);
        return row -> row.get(sponsor);
    }

    static RowMapper<OfSponsor<ExternalIdentifier>> identifier(Columns columns) {
        Column<SponsorId> sponsor = columns.of(SPONSOR_IDENTIFIER.SPONSOR_ID);
        Column<String> scheme = columns.of(SPONSOR_IDENTIFIER.SCHEME);
        Column<String> identifier = columns.of(SPONSOR_IDENTIFIER.IDENTIFIER);
        return row -> new OfSponsor<>(row.get(sponsor),
                new ExternalIdentifier(row.get(scheme), row.get(identifier)));
    }

    static RowMapper<OfSponsor<Membership>> membership(Columns columns) {
        Column<SponsorId> sponsor = columns.of(SPONSOR_MEMBERSHIP.SPONSOR_ID);
        Column<String> organization = columns.of(SPONSOR_MEMBERSHIP.ORGANIZATION);
        Column<@Nullable Chamber> chamber = columns.nullable(SPONSOR_MEMBERSHIP.CHAMBER);
        Column<@Nullable String> role = columns.nullable(SPONSOR_MEMBERSHIP.ROLE);
        Column<@Nullable String> party = columns.nullable(SPONSOR_MEMBERSHIP.PARTY);
        Column<@Nullable String> district = columns.nullable(SPONSOR_MEMBERSHIP.DISTRICT);
        Column<LocalDate> start = columns.of(SPONSOR_MEMBERSHIP.START_DATE);
        Column<@Nullable LocalDate> end = columns.nullable(SPONSOR_MEMBERSHIP.END_DATE);
        return row -> new OfSponsor<>(row.get(sponsor), new Membership(row.get(organization), row.get(chamber),
                row.get(role), row.get(party), row.get(district), row.get(start), row.get(end)));
    }
}
