package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.SPONSOR;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorUpsertResult;
import org.mswada.domain.storage.WriteSession;

/** Stores a batch of sponsors in a fixed number of statements, whatever its size. */
final class SponsorUpsert {
    List<SponsorUpsertResult> run(WriteSession session, List<NewSponsor> sponsors) {
        if (sponsors.isEmpty()) {
            return List.of();
        }
        DSLContext sql = sql(session);
        Plan plan = new Plan(stored(session, sql, sponsors), jurisdictions(sql, sponsors));
        List<SponsorUpsertResult> results = sponsors.stream().map(plan::add).toList();
        if (!plan.inserts.isEmpty()) {
            SponsorRows.insert(sql, plan.inserts);
            SponsorRows.insertIdentifiers(sql, plan.inserts, "");
            SponsorRows.insertMemberships(sql, plan.inserts);
        }
        if (!plan.updates.isEmpty()) {
            SponsorRows.update(sql, plan.updates);
        }
        return results;
    }

    /** Locks in the order of the ids, so that two imports at once wait for each other instead of deadlocking. */
    private static Map<ExternalIdentifier, Sponsor> stored(WriteSession session, DSLContext sql,
            List<NewSponsor> sponsors) {
        Map<ExternalIdentifier, SponsorId> holders = SponsorRows.holders(sql, sponsors.stream()
                .flatMap(sponsor -> sponsor.content().identifiers().stream()).distinct().toList());
        List<SponsorId> ids = holders.values().stream().distinct().toList();
        sql.select(SPONSOR.ID).from(SPONSOR).where(SPONSOR.ID.eq(DSL.any(ids.toArray(SponsorId[]::new))))
                .orderBy(SPONSOR.ID).forNoKeyUpdate().execute();
        Map<ExternalIdentifier, Sponsor> stored = new HashMap<>();
        for (Sponsor sponsor : SponsorQueries.find(session, ids)) {
            sponsor.content().identifiers().forEach(identifier -> stored.put(identifier, sponsor));
        }
        return stored;
    }

    private static Set<JurisdictionCode> jurisdictions(DSLContext sql, List<NewSponsor> sponsors) {
        return sql.select(JURISDICTION.CODE).from(JURISDICTION)
                .where(JURISDICTION.CODE.eq(DSL.any(sponsors.stream().map(NewSponsor::jurisdiction).distinct()
                        .toArray(JurisdictionCode[]::new))))
                .fetchSet(JURISDICTION.CODE);
    }

    /** What is done with each sponsor. */
    private static final class Plan {
        private final Map<ExternalIdentifier, Sponsor> stored;
        private final Set<JurisdictionCode> jurisdictions;
        private final Set<ExternalIdentifier> seen = new HashSet<>();
        private final Set<SponsorId> touched = new HashSet<>();
        private final List<NewSponsor> inserts = new ArrayList<>();
        private final List<NewSponsor> updates = new ArrayList<>();

        Plan(Map<ExternalIdentifier, Sponsor> stored, Set<JurisdictionCode> jurisdictions) {
            this.stored = stored;
            this.jurisdictions = jurisdictions;
        }

        SponsorUpsertResult add(NewSponsor given) {
            List<ExternalIdentifier> identifiers = given.content().identifiers();
            String name = "sponsor '" + given.content().name().full() + "'";
            if (identifiers.isEmpty()) {
                return rejected(name + " has no identifier, so it could never be found again: give it one");
            }
            if (!jurisdictions.contains(given.jurisdiction())) {
                return rejected(name + " is of jurisdiction '" + given.jurisdiction().value()
                        + "', which is not stored: store it first");
            }
            List<Sponsor> found = identifiers.stream().map(stored::get).filter(Objects::nonNull).distinct().toList();
            if (found.size() > 1) {
                return rejected(name + " has the identifiers of " + found.size() + " sponsors: " + found.stream()
                        .map(each -> each.content().name().full() + " (" + each.id().value() + ")")
                        .collect(Collectors.joining(", ")) + ". Correct the identifiers, in the source or here");
            }
            if (identifiers.stream().anyMatch(seen::contains)
                    || found.stream().anyMatch(one -> touched.contains(one.id()))) {
                return rejected(name + " is twice in one batch: give it once");
            }
            seen.addAll(identifiers);
            return found.isEmpty() ? insert(given) : compare(found.getFirst(), given);
        }

        private SponsorUpsertResult insert(NewSponsor given) {
            inserts.add(given);
            return new SponsorUpsertResult.Inserted(given.id());
        }

        private SponsorUpsertResult compare(Sponsor known, NewSponsor given) {
            touched.add(known.id());
            SponsorContent content = known.content().supplementedBy(given.content());
            if (content.equals(known.content())) {
                return new SponsorUpsertResult.Unchanged(known.id());
            }
            updates.add(new NewSponsor(known.id(), known.jurisdiction(), content));
            return new SponsorUpsertResult.Updated(known.id());
        }

        private static SponsorUpsertResult rejected(String reason) {
            return new SponsorUpsertResult.Rejected(reason);
        }
    }
}
