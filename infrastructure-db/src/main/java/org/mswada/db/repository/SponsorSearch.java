package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.SPONSOR;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorMatch;
import org.mswada.domain.sponsor.SponsorOverview;
import org.mswada.domain.storage.ReadSession;

/** Finds sponsors by their names. Of those that share equally much, the one whose names have least besides is best. */
final class SponsorSearch {
    private static final String SEARCH = TrigramSearch.ASKED + """
            ,
            candidate as materialized (
                select sponsor.id, sponsor.sort_name, cardinality(sponsor.name_trigrams) as size, %s as score
                from asked join sponsor on sponsor.name_trigrams && asked.rarer
                join jurisdiction on jurisdiction.id = sponsor.jurisdiction_id
                where {1} is null or jurisdiction.code = {1}),
            best as (select * from candidate where score >= {2} order by score desc, size, sort_name, id limit {3})
            select sponsor.id, jurisdiction.code, sponsor.name, sponsor.party, sponsor.chamber, sponsor.district,
                sponsor.active, best.score::text as score
            from best join sponsor on sponsor.id = best.id
            join jurisdiction on jurisdiction.id = sponsor.jurisdiction_id
            order by best.score desc, best.size, best.sort_name, best.id"""
            .formatted(TrigramSearch.score("sponsor.name_trigrams"));

    private static final Field<String> SCORE = DSL.field(DSL.name("score"), SQLDataType.CLOB);

    /** Said, for otherwise the driver asks the server which they are, by a statement of its own on each connection. */
    private static final List<Field<?>> COLUMNS = List.of(SPONSOR.ID, JURISDICTION.CODE, SPONSOR.NAME, SPONSOR.PARTY,
            SPONSOR.CHAMBER, SPONSOR.DISTRICT, SPONSOR.ACTIVE, SCORE);

    private SponsorSearch() {}

    static List<SponsorMatch> run(ReadSession session, String text, @Nullable JurisdictionCode jurisdiction,
            int limit) {
        return sql(session).resultQuery(SEARCH, DSL.val(text, SQLDataType.CLOB),
                DSL.val(jurisdiction == null ? null : jurisdiction.value(), SQLDataType.CLOB),
                DSL.inline(TrigramSearch.LEAST_SCORE), DSL.val(limit)).coerce(COLUMNS).fetch(SponsorSearch::match);
    }

    private static SponsorMatch match(Record row) {
        return new SponsorMatch(new SponsorOverview(row.get(SPONSOR.ID), row.get(JURISDICTION.CODE),
                row.get(SPONSOR.NAME), row.get(SPONSOR.PARTY), row.get(SPONSOR.CHAMBER), row.get(SPONSOR.DISTRICT),
                row.get(SPONSOR.ACTIVE)), Double.parseDouble(row.get(SCORE)));
    }
}
