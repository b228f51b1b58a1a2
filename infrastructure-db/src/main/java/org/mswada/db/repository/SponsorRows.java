package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.SPONSOR_IDENTIFIER;
import static org.mswada.db.generated.Tables.SPONSOR_MEMBERSHIP;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;

/** Reads and writes the rows of many sponsors by a fixed number of statements. */
final class SponsorRows {
    private static final String GIVEN = """
            from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12})
                as given (id, code, name, given_name, family_name, party, chamber, district, role_title, active, email,
                    phone, url)
            left join (select owner, array_agg(name order by place) as names
                from unnest({13}, {14}) with ordinality as each (owner, name, place) group by owner) other
                on other.owner = given.id
            """;
    private static final String INSERT = """
            insert into sponsor (id, jurisdiction_id, name, given_name, family_name, other_names, party, chamber,
                district, role_title, active, email, phone, url)
            select given.id, jurisdiction.id, given.name, given.given_name, given.family_name,
                coalesce(other.names, '{}'), given.party, given.chamber, given.district, given.role_title,
                given.active::boolean, given.email, given.phone, given.url
            """ + GIVEN + "join jurisdiction on jurisdiction.code = given.code";
    private static final String UPDATE = """
            update sponsor set name = given.name, given_name = given.given_name, family_name = given.family_name,
                other_names = coalesce(other.names, '{}'), party = given.party, chamber = given.chamber,
                district = given.district, role_title = given.role_title, active = given.active::boolean,
                email = given.email, phone = given.phone, url = given.url, version = version + 1, updated_at = now()
            """ + GIVEN + "where sponsor.id = given.id";
    /** By pairs: each scheme with each identifier would be many times as many. */
    private static final String HOLDERS = """
            select sponsor_identifier.scheme, sponsor_identifier.identifier, sponsor_identifier.sponsor_id
            from (select distinct scheme, identifier from unnest({0}, {1}) as each (scheme, identifier)) given
            join sponsor_identifier using (scheme, identifier)""";
    /** In a fixed order, so that two imports at once wait for each other instead of deadlocking. */
    private static final String INSERT_IDENTIFIERS = """
            insert into sponsor_identifier (scheme, identifier, sponsor_id)
            select scheme, identifier, sponsor_id
            from unnest({0}, {1}, {2}) as given (scheme, identifier, sponsor_id)
            order by scheme, identifier
            """;
    private static final String INSERT_MEMBERSHIPS = """
            insert into sponsor_membership (sponsor_id, organization, chamber, role, party, district, start_date, end_date)
            select * from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7})
            """;

    private SponsorRows() {}

    /** Returns who has these identifiers; an identifier that nobody has is not in the map. */
    static Map<ExternalIdentifier, SponsorId> holders(DSLContext sql, List<ExternalIdentifier> wanted) {
        Map<ExternalIdentifier, SponsorId> found = new HashMap<>();
        sql.resultQuery(HOLDERS, ArrayParameters.texts(wanted, ExternalIdentifier::scheme),
                ArrayParameters.texts(wanted, ExternalIdentifier::identifier)).forEach(
                        row -> found.put(new ExternalIdentifier(row.get("scheme", String.class),
                                row.get("identifier", String.class)),
                                new SponsorId(row.get("sponsor_id", UUID.class))));
        return found;
    }

    static void insert(DSLContext sql, List<NewSponsor> sponsors) {
        sql.execute(INSERT, columns(sponsors));
    }

    /** Writes what has changed, and counts a version. */
    static void update(DSLContext sql, List<NewSponsor> sponsors) {
        sql.execute(UPDATE, columns(sponsors));
        SponsorId[] ids = sponsors.stream().map(NewSponsor::id).toArray(SponsorId[]::new);
        sql.deleteFrom(SPONSOR_IDENTIFIER).where(SPONSOR_IDENTIFIER.SPONSOR_ID.eq(DSL.any(ids))).execute();
        sql.deleteFrom(SPONSOR_MEMBERSHIP).where(SPONSOR_MEMBERSHIP.SPONSOR_ID.eq(DSL.any(ids))).execute();
        insertIdentifiers(sql, sponsors, "");
        insertMemberships(sql, sponsors);
    }

    static void insertIdentifiers(DSLContext sql, List<NewSponsor> sponsors, String onConflict) {
        List<OfSponsor<ExternalIdentifier>> rows = parts(sponsors, SponsorContent::identifiers);
        if (!rows.isEmpty()) {
            sql.execute(INSERT_IDENTIFIERS + onConflict, ArrayParameters.texts(rows, row -> row.part().scheme()),
                    ArrayParameters.texts(rows, row -> row.part().identifier()),
                    ArrayParameters.uuids(rows, row -> row.sponsor().value()));
        }
    }

    static void insertMemberships(DSLContext sql, List<NewSponsor> sponsors) {
        List<OfSponsor<Membership>> rows = parts(sponsors, SponsorContent::memberships);
        if (!rows.isEmpty()) {
            sql.execute(INSERT_MEMBERSHIPS, ArrayParameters.uuids(rows, row -> row.sponsor().value()),
                    ArrayParameters.texts(rows, row -> row.part().organization()),
                    ArrayParameters.texts(rows, row -> row.part().chamber()),
                    ArrayParameters.texts(rows, row -> row.part().role()),
                    ArrayParameters.texts(rows, row -> row.part().party()),
                    ArrayParameters.texts(rows, row -> row.part().district()),
                    ArrayParameters.dates(rows, row -> row.part().start()),
                    ArrayParameters.dates(rows, row -> row.part().end()));
        }
    }

    private static Field<?>[] columns(List<NewSponsor> sponsors) {
        List<OfSponsor<String>> others = parts(sponsors, content -> content.name().others());
        return new Field<?>[]{ArrayParameters.uuids(sponsors, each -> each.id().value()),
                ArrayParameters.texts(sponsors, each -> each.jurisdiction().value()),
                ArrayParameters.texts(sponsors, each -> each.content().name().full()),
                ArrayParameters.texts(sponsors, each -> each.content().name().given()),
                ArrayParameters.texts(sponsors, each -> each.content().name().family()),
                ArrayParameters.texts(sponsors, each -> each.content().party()),
                ArrayParameters.texts(sponsors, each -> each.content().chamber()),
                ArrayParameters.texts(sponsors, each -> each.content().district()),
                ArrayParameters.texts(sponsors, each -> each.content().roleTitle()),
                ArrayParameters.texts(sponsors, each -> each.content().isActive()),
                ArrayParameters.texts(sponsors, each -> each.content().contact().email()),
                ArrayParameters.texts(sponsors, each -> each.content().contact().phone()),
                ArrayParameters.texts(sponsors, each -> each.content().contact().url()),
                ArrayParameters.uuids(others, each -> each.sponsor().value()),
                ArrayParameters.texts(others, OfSponsor::part)};
    }

    private static <T> List<OfSponsor<T>> parts(List<NewSponsor> sponsors, Parts<T> parts) {
        List<OfSponsor<T>> all = new ArrayList<>();
        for (NewSponsor sponsor : sponsors) {
            parts.of(sponsor.content()).forEach(part -> all.add(new OfSponsor<>(sponsor.id(), part)));
        }
        return all;
    }

    /** Takes what there are several of out of a sponsor. */
    private interface Parts<T> {
        List<T> of(SponsorContent content);
    }
}
