package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.SPONSOR;
import static org.mswada.db.generated.Tables.SPONSOR_IDENTIFIER;
import static org.mswada.db.query.PreparedQuery.prepare;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.PreparedQuery;
import org.mswada.db.query.RowMapper;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Sponsors in PostgreSQL. */
final class JooqSponsorRepository implements SponsorRepository {
    /** A row for each identifier, or one row for a sponsor without any. */
    static final PreparedQuery<SponsorId, Sponsor> FIND_BY_ID = prepare("sponsor.find-by-id",
            (sql, in) -> sql
                    .select(SPONSOR.ID, JURISDICTION.CODE, SPONSOR.NAME, SPONSOR.CHAMBER, SPONSOR.DISTRICT,
                            SPONSOR.ROLE_TITLE, SPONSOR_IDENTIFIER.SCHEME, SPONSOR_IDENTIFIER.IDENTIFIER)
                    .from(SPONSOR)
                    .join(JURISDICTION).on(JURISDICTION.ID.eq(SPONSOR.JURISDICTION_ID))
                    .leftJoin(SPONSOR_IDENTIFIER).on(SPONSOR_IDENTIFIER.SPONSOR_ID.eq(SPONSOR.ID))
                    .where(SPONSOR.ID.eq(in.value(SPONSOR.ID, id -> id)))
                    .orderBy(SPONSOR_IDENTIFIER.SCHEME, SPONSOR_IDENTIFIER.IDENTIFIER),
            JooqSponsorRepository::sponsor);

    private final SponsorWrites writes = new SponsorWrites();

    @Inject
    JooqSponsorRepository() {}

    @Override
    public Optional<Sponsor> findById(ReadSession session, SponsorId id) {
        List<Sponsor> rows = FIND_BY_ID.list(session, id);
        return rows.stream().findFirst().map(first -> new Sponsor(first.id(), first.jurisdiction(), first.name(),
                first.chamber(), first.district(), first.roleTitle(),
                rows.stream().flatMap(row -> row.identifiers().stream()).toList()));
    }

    @Override
    public Optional<Sponsor> findByIdentifier(ReadSession session, ExternalIdentifier identifier) {
        return sql(session).select(SPONSOR_IDENTIFIER.SPONSOR_ID)
                .from(SPONSOR_IDENTIFIER)
                .where(SPONSOR_IDENTIFIER.SCHEME.eq(identifier.scheme()))
                .and(SPONSOR_IDENTIFIER.IDENTIFIER.eq(identifier.identifier()))
                .fetchOptional(SPONSOR_IDENTIFIER.SPONSOR_ID).flatMap(id -> findById(session, id));
    }

    private static RowMapper<Sponsor> sponsor(Columns columns) {
        Column<SponsorId> id = columns.of(SPONSOR.ID);
        Column<JurisdictionCode> jurisdiction = columns.of(JURISDICTION.CODE);
        Column<String> name = columns.of(SPONSOR.NAME);
        Column<@Nullable Chamber> chamber = columns.nullable(SPONSOR.CHAMBER);
        Column<@Nullable String> district = columns.nullable(SPONSOR.DISTRICT);
        Column<@Nullable String> roleTitle = columns.nullable(SPONSOR.ROLE_TITLE);
        RowMapper<List<ExternalIdentifier>> identifiers = identifiers(columns);
        return row -> new Sponsor(row.get(id), row.get(jurisdiction), row.get(name), row.get(chamber),
                row.get(district), row.get(roleTitle), identifiers.map(row));
    }

    private static RowMapper<List<ExternalIdentifier>> identifiers(Columns columns) {
        Column<@Nullable String> scheme = columns.nullable(SPONSOR_IDENTIFIER.SCHEME);
        Column<@Nullable String> identifier = columns.nullable(SPONSOR_IDENTIFIER.IDENTIFIER);
        return row -> {
            String foundScheme = row.get(scheme);
            String foundIdentifier = row.get(identifier);
            return foundScheme == null || foundIdentifier == null
                    ? List.of()
                    : List.of(new ExternalIdentifier(foundScheme, foundIdentifier));
        };
    }

    @Override
    public Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<Sponsor> sponsors) {
        return writes.ensureAll(session, sponsors);
    }
}
