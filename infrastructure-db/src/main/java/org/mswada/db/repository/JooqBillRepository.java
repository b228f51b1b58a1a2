package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_ACTION;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;
import static org.mswada.db.generated.Tables.SPONSORSHIP;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Bills in PostgreSQL. */
final class JooqBillRepository implements BillRepository {
    private final BillUpsert upsert = new BillUpsert();

    @Inject
    JooqBillRepository() {}

    @Override
    public Optional<Bill> findById(ReadSession session, BillId id) {
        return find(session, BILL.ID.eq(id));
    }

    @Override
    public Optional<Bill> findByKey(ReadSession session, BillKey key) {
        return find(session, DSL.and(
                JURISDICTION.CODE.eq(key.jurisdiction()),
                LEGISLATIVE_SESSION.IDENTIFIER.eq(key.session()),
                BILL.IDENTIFIER_NORMALIZED.eq(key.identifier().normalized())));
    }

    private static Optional<Bill> find(ReadSession session, Condition condition) {
        return sql(session).select(BillColumns.OF_BILL)
                .from(BILL)
                .join(LEGISLATIVE_SESSION).on(LEGISLATIVE_SESSION.ID.eq(BILL.SESSION_ID))
                .join(JURISDICTION).on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID))
                .where(condition)
                .fetchOptional(BillColumns::bill);
    }

    @Override
    public BillPage list(ReadSession session, BillFilter filter, @Nullable BillCursor after, int limit) {
        List<BillOverview> found = sql(session).select(BillColumns.OF_OVERVIEW)
                .from(BILL)
                .join(LEGISLATIVE_SESSION).on(LEGISLATIVE_SESSION.ID.eq(BILL.SESSION_ID))
                .join(JURISDICTION).on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID))
                .where(BillConditions.matching(filter), BillConditions.after(after))
                .orderBy(BILL.INTRODUCED_ON.desc(), BILL.ID.desc())
                .limit(BillPage.checkLimit(limit) + 1)
                .fetch(BillColumns::overview);
        if (found.size() <= limit) {
            return new BillPage(found, null);
        }
        List<BillOverview> page = found.subList(0, limit);
        return new BillPage(page, BillCursor.of(page.getLast()));
    }

    @Override
    public Map<BillId, List<Sponsorship>> sponsorships(ReadSession session, Collection<BillId> bills) {
        return sql(session)
                .select(SPONSORSHIP.BILL_ID, SPONSORSHIP.ORDINAL, SPONSORSHIP.SPONSOR_ID, SPONSORSHIP.NAME_AS_PRINTED,
                        SPONSORSHIP.ENTITY_TYPE, SPONSORSHIP.ROLE, SPONSORSHIP.JOINED_ON, SPONSORSHIP.WITHDRAWN_ON)
                .from(SPONSORSHIP)
                .where(SPONSORSHIP.BILL_ID.eq(anyOf(bills)))
                .orderBy(SPONSORSHIP.BILL_ID, SPONSORSHIP.ORDINAL)
                .fetchGroups(SPONSORSHIP.BILL_ID, found -> new Sponsorship(found.value2(), found.value3(),
                        found.value4(), found.value5(), found.value6(), found.value7(), found.value8()));
    }

    @Override
    public Map<BillId, List<BillAction>> actions(ReadSession session, Collection<BillId> bills) {
        return sql(session)
                .select(BILL_ACTION.BILL_ID, BILL_ACTION.SEQUENCE, BILL_ACTION.OCCURRED_ON, BILL_ACTION.OCCURRED_AT,
                        BILL_ACTION.TEXT, BILL_ACTION.CLASSES, BILL_ACTION.ASSERTED_STATUS)
                .from(BILL_ACTION)
                .where(BILL_ACTION.BILL_ID.eq(anyOf(bills)))
                .orderBy(BILL_ACTION.BILL_ID, BILL_ACTION.SEQUENCE)
                .fetchGroups(BILL_ACTION.BILL_ID, found -> new BillAction(found.value2(), found.value3(),
                        found.value4(), found.value5(), List.of(found.value6()), found.value7()));
    }

    @Override
    public List<UpsertResult> upsertBatch(WriteSession session, List<BillContent> bills) {
        return upsert.run(session, bills);
    }

    private static QuantifiedSelect<Record1<BillId>> anyOf(Collection<BillId> bills) {
        return DSL.any(bills.toArray(BillId[]::new));
    }
}
