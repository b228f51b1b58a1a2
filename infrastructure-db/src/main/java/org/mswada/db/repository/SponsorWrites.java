package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.SPONSOR;
import static org.mswada.db.generated.Tables.SPONSOR_IDENTIFIER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.WriteSession;

/** Stores sponsors by sets. */
final class SponsorWrites {
    private static final String INSERT_SPONSORS = """
            insert into sponsor (id, jurisdiction_id, name, chamber, district, role_title)
            select given.id, jurisdiction.id, given.name, given.chamber, given.district, given.role_title
            from unnest({0}, {1}, {2}, {3}, {4}, {5}) as given (id, code, name, chamber, district, role_title)
            join jurisdiction on jurisdiction.code = given.code""";
    /** One after another in a fixed order, so that two imports at once cannot block each other for ever. */
    private static final String INSERT_IDENTIFIERS = """
            insert into sponsor_identifier (scheme, identifier, sponsor_id)
            select scheme, identifier, sponsor_id
            from unnest({0}, {1}, {2}) as given (scheme, identifier, sponsor_id)
            order by scheme, identifier
            on conflict (scheme, identifier) do nothing""";

    Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<Sponsor> sponsors) {
        DSLContext sql = sql(session);
        Map<ExternalIdentifier, SponsorId> known = find(sql, sponsors);
        List<Sponsor> unknown = sponsors.stream()
                .filter(sponsor -> sponsor.identifiers().stream().noneMatch(known::containsKey)).toList();
        if (!unknown.isEmpty()) {
            insert(sql, unknown);
            known.putAll(find(sql, unknown));
        }
        return known;
    }

    private static Map<ExternalIdentifier, SponsorId> find(DSLContext sql, List<Sponsor> sponsors) {
        List<String> identifiers = sponsors.stream().flatMap(sponsor -> sponsor.identifiers().stream())
                .map(ExternalIdentifier::identifier).distinct().toList();
        Map<ExternalIdentifier, SponsorId> found = new HashMap<>();
        sql.select(SPONSOR_IDENTIFIER.SCHEME, SPONSOR_IDENTIFIER.IDENTIFIER, SPONSOR_IDENTIFIER.SPONSOR_ID)
                .from(SPONSOR_IDENTIFIER)
                .where(SPONSOR_IDENTIFIER.SCHEME.eq(DSL.any(schemes(sponsors))))
                .and(SPONSOR_IDENTIFIER.IDENTIFIER.eq(DSL.any(identifiers.toArray(String[]::new))))
                .forEach(row -> found.put(new ExternalIdentifier(row.value1(), row.value2()), row.value3()));
        return found;
    }

    private static String[] schemes(List<Sponsor> sponsors) {
        return sponsors.stream().flatMap(sponsor -> sponsor.identifiers().stream()).map(ExternalIdentifier::scheme)
                .distinct().toArray(String[]::new);
    }

    private static void insert(DSLContext sql, List<Sponsor> sponsors) {
        sql.execute(INSERT_SPONSORS,
                ArrayParameters.uuids(sponsors, sponsor -> sponsor.id().value()),
                ArrayParameters.texts(sponsors, sponsor -> sponsor.jurisdiction().value()),
                ArrayParameters.texts(sponsors, Sponsor::name),
                ArrayParameters.texts(sponsors, Sponsor::chamber),
                ArrayParameters.texts(sponsors, Sponsor::district),
                ArrayParameters.texts(sponsors, Sponsor::roleTitle));
        List<Identified> identified = sponsors.stream().flatMap(Identified::of).toList();
        sql.execute(INSERT_IDENTIFIERS,
                ArrayParameters.texts(identified, each -> each.identifier().scheme()),
                ArrayParameters.texts(identified, each -> each.identifier().identifier()),
                ArrayParameters.uuids(identified, each -> each.id().value()));
        deleteThoseWithoutIdentifier(sql, sponsors);
    }

    /** Somebody else has stored them meanwhile, under ids that are found next. */
    private static void deleteThoseWithoutIdentifier(DSLContext sql, List<Sponsor> sponsors) {
        sql.deleteFrom(SPONSOR)
                .where(SPONSOR.ID.eq(DSL.any(sponsors.stream().map(Sponsor::id).toArray(SponsorId[]::new))))
                .andNotExists(DSL.selectOne().from(SPONSOR_IDENTIFIER)
                        .where(SPONSOR_IDENTIFIER.SPONSOR_ID.eq(SPONSOR.ID)))
                .execute();
    }

    /** One identifier of a sponsor. */
    private record Identified(ExternalIdentifier identifier, SponsorId id) {
        static Stream<Identified> of(Sponsor sponsor) {
            return sponsor.identifiers().stream().map(identifier -> new Identified(identifier, sponsor.id()));
        }
    }
}
