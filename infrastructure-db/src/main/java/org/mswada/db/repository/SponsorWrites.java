package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.SPONSOR;
import static org.mswada.db.generated.Tables.SPONSOR_IDENTIFIER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorWriteResult;
import org.mswada.domain.storage.WriteSession;

/** Stores sponsors that are named by bills, and single sponsors. */
final class SponsorWrites {
    private static final String UNLESS_TAKEN = "on conflict (scheme, identifier) do nothing";

    Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<NewSponsor> sponsors) {
        DSLContext sql = sql(session);
        Map<ExternalIdentifier, SponsorId> known = SponsorRows.holders(sql, identifiers(sponsors));
        List<NewSponsor> unknown = sponsors.stream()
                .filter(sponsor -> sponsor.content().identifiers().stream().noneMatch(known::containsKey)).toList();
        if (!unknown.isEmpty()) {
            SponsorRows.insert(sql, unknown);
            SponsorRows.insertIdentifiers(sql, unknown, UNLESS_TAKEN);
            SponsorRows.insertMemberships(sql, unknown);
            deleteThoseWithoutIdentifier(sql, unknown);
            known.putAll(SponsorRows.holders(sql, identifiers(unknown)));
        }
        return known;
    }

    private static List<ExternalIdentifier> identifiers(List<NewSponsor> sponsors) {
        return sponsors.stream().flatMap(sponsor -> sponsor.content().identifiers().stream()).distinct().toList();
    }

    /** Somebody else has stored them meanwhile, under ids that are found next. */
    private static void deleteThoseWithoutIdentifier(DSLContext sql, List<NewSponsor> sponsors) {
        sql.deleteFrom(SPONSOR)
                .where(SPONSOR.ID.eq(DSL.any(sponsors.stream().map(NewSponsor::id).toArray(SponsorId[]::new))))
                .andNotExists(DSL.selectOne().from(SPONSOR_IDENTIFIER)
                        .where(SPONSOR_IDENTIFIER.SPONSOR_ID.eq(SPONSOR.ID)))
                .execute();
    }

    SponsorWriteResult create(WriteSession session, NewSponsor sponsor) {
        DSLContext sql = sql(session);
        if (!sql.fetchExists(JURISDICTION, JURISDICTION.CODE.eq(sponsor.jurisdiction()))) {
            return new SponsorWriteResult.UnknownJurisdiction(sponsor.jurisdiction());
        }
        SponsorWriteResult taken = taken(sql, null, sponsor.content());
        if (taken != null) {
            return taken;
        }
        SponsorRows.insert(sql, List.of(sponsor));
        SponsorRows.insertIdentifiers(sql, List.of(sponsor), "");
        SponsorRows.insertMemberships(sql, List.of(sponsor));
        return new SponsorWriteResult.Written(sponsor.id(), 1);
    }

    SponsorWriteResult update(WriteSession session, SponsorId id, SponsorContent given, int expectedVersion) {
        DSLContext sql = sql(session);
        sql.select(SPONSOR.ID).from(SPONSOR).where(SPONSOR.ID.eq(id)).forNoKeyUpdate().execute();
        Optional<Sponsor> stored = SponsorQueries.find(session, List.of(id)).stream().findFirst();
        if (stored.isEmpty()) {
            return new SponsorWriteResult.Missing();
        }
        Sponsor sponsor = stored.get();
        if (sponsor.version() != expectedVersion) {
            return new SponsorWriteResult.Stale(sponsor.version());
        }
        SponsorContent content = given.activeOr(sponsor.content().isActive());
        SponsorWriteResult taken = taken(sql, id, content);
        if (taken != null) {
            return taken;
        }
        if (sponsor.content().equals(content)) {
            return new SponsorWriteResult.Written(id, expectedVersion);
        }
        SponsorRows.update(sql, List.of(new NewSponsor(id, sponsor.jurisdiction(), content)));
        return new SponsorWriteResult.Written(id, expectedVersion + 1);
    }

    private static @Nullable SponsorWriteResult taken(DSLContext sql, @Nullable SponsorId own, SponsorContent content) {
        Map<ExternalIdentifier, SponsorId> holders = SponsorRows.holders(sql, content.identifiers());
        for (ExternalIdentifier identifier : content.identifiers()) {
            SponsorId holder = holders.get(identifier);
            if (holder != null && !holder.equals(own)) {
                return new SponsorWriteResult.IdentifierTaken(identifier, holder);
            }
        }
        return null;
    }
}
