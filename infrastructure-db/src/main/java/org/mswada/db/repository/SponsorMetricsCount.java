package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.SPONSOR;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorDirectory.MetricsStep;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.WriteSession;

/** Counts the work of sponsors by one statement for many. */
final class SponsorMetricsCount {
    private static final SponsorId BEFORE_ALL = new SponsorId(new UUID(0, 0));

    /** A bill counts once, however often its sponsor joined. Equal figures are neither written nor locked. */
    private static final String COUNT = """
            with counted as (
                select asked.id, count(distinct bill.id) filter (where sponsorship.role = 'PRIMARY') as sponsored,
                    count(distinct bill.id) filter (where sponsorship.role <> 'PRIMARY') as cosponsored,
                    count(distinct bill.id) filter (where sponsorship.role = 'PRIMARY' and bill.status = 'ENACTED')
                        as enacted
                from unnest({0}) as asked (id)
                left join sponsorship on sponsorship.sponsor_id = asked.id and sponsorship.withdrawn_on is null
                left join bill on bill.id = sponsorship.bill_id and bill.deleted_at is null
                group by asked.id)
            insert into sponsor_metrics (sponsor_id, sponsored, cosponsored, enacted)
            select counted.id, counted.sponsored, counted.cosponsored, counted.enacted
            from counted
            left join sponsor_metrics known on known.sponsor_id = counted.id
            where known.sponsor_id is null or (known.sponsored, known.cosponsored, known.enacted)
                <> (counted.sponsored, counted.cosponsored, counted.enacted)
            order by counted.id
            on conflict (sponsor_id) do update set sponsored = excluded.sponsored,
                cosponsored = excluded.cosponsored, enacted = excluded.enacted, computed_at = now()
            where (sponsor_metrics.sponsored, sponsor_metrics.cosponsored, sponsor_metrics.enacted)
                <> (excluded.sponsored, excluded.cosponsored, excluded.enacted)""";

    private SponsorMetricsCount() {}

    static MetricsStep run(WriteSession session, JurisdictionCode jurisdiction, @Nullable SponsorId after, int limit) {
        DSLContext sql = sql(session);
        List<SponsorId> ids = sql.select(SPONSOR.ID).from(SPONSOR)
                .join(JURISDICTION).on(JURISDICTION.ID.eq(SPONSOR.JURISDICTION_ID))
                .where(JURISDICTION.CODE.eq(jurisdiction))
                .and(SPONSOR.ID.gt(after == null ? BEFORE_ALL : after)).orderBy(SPONSOR.ID).limit(limit)
                .fetch(SPONSOR.ID);
        if (ids.isEmpty()) {
            return new MetricsStep(0, 0, null);
        }
        int changed = sql.execute(COUNT,
                DSL.val(ids.stream().map(SponsorId::value).toArray(UUID[]::new), SQLDataType.UUID.array()));
        return new MetricsStep(ids.size(), changed, ids.size() < limit ? null : ids.getLast());
    }
}
