package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.BILL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.storage.WriteSession;

/** Changes bills that are stored, each in the version that was read. */
final class BillUpdates {
    private static final String EDIT = """
            update bill set classification = given.classification, title = given.title, \
            short_title = given.short_title, summary = given.summary, law_number = given.law_number, \
            areas = given.areas::text[], source_url = given.source_url, extras = given.extras::jsonb, \
            subject_names = given.subject_names, version = bill.version + 1, updated_at = now()
            from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}) as given (id, classification, title, \
            short_title, summary, law_number, areas, source_url, extras, subject_names)
            where bill.id = given.id""";

    private final BillChildren children = new BillChildren();

    List<BillWriteResult> edit(WriteSession session, List<BillUpdate> updates) {
        return Halving.run(session, updates, this::store,
                (update, failure) -> RefusedRow.ofChange(update.id(), failure));
    }

    private List<BillWriteResult> store(WriteSession session, List<BillUpdate> updates) {
        DSLContext sql = sql(session);
        BillLocks locks = BillLocks.lock(sql, updates.stream().map(BillUpdate::id).toList());
        List<BillWriteResult> results = updates.stream()
                .map(update -> locks.judge(new BillVersion(update.id(), update.expectedVersion()))).toList();
        List<BillUpdate> allowed = allowed(updates, results);
        if (!allowed.isEmpty()) {
            sql.execute(EDIT, (Object[]) columns(allowed));
            BillChildren.deleteNames(sql, allowed.stream().map(BillUpdate::id).toArray(BillId[]::new));
            children.writeNames(session, allowed.stream().map(update -> new BillChildren.Names(update.id(),
                    Objects.requireNonNull(locks.of(update.id())).session(), update.edit().subjects(),
                    update.edit().context().identifiers())).toList());
        }
        return results;
    }

    List<BillWriteResult> delete(WriteSession session, List<BillVersion> bills) {
        DSLContext sql = sql(session);
        BillLocks locks = BillLocks.lock(sql, bills.stream().map(BillVersion::id).toList());
        List<BillWriteResult> results = bills.stream().map(locks::judge).toList();
        BillId[] allowed = allowed(bills, results).stream().map(BillVersion::id).toArray(BillId[]::new);
        if (allowed.length > 0) {
            sql.update(BILL).set(BILL.DELETED_AT, DSL.currentInstant()).set(BILL.VERSION, BILL.VERSION.plus(1))
                    .set(BILL.UPDATED_AT, DSL.currentInstant()).where(BILL.ID.eq(DSL.any(allowed))).execute();
        }
        return results;
    }

    BillWriteResult restore(WriteSession session, BillId id) {
        DSLContext sql = sql(session);
        LocalDate closedOn = ClosedSessions.holdOf(sql, id).day();
        BillWriteResult result = restore(sql, id);
        if (result instanceof BillWriteResult.Written && closedOn != null) {
            BillLapse.atOnce(sql, List.of(id));
        }
        return result;
    }

    private static BillWriteResult restore(DSLContext sql, BillId id) {
        return sql.update(BILL).setNull(BILL.DELETED_AT).set(BILL.VERSION, BILL.VERSION.plus(1))
                .set(BILL.UPDATED_AT, DSL.currentInstant()).where(BILL.ID.eq(id)).and(BILL.DELETED_AT.isNotNull())
                .returningResult(BILL.VERSION)
                .fetchOptional(row -> (BillWriteResult) new BillWriteResult.Written(row.value1()))
                .orElseGet(BillWriteResult.Missing::new);
    }

    BillWriteResult appendActions(WriteSession session, BillVersion bill, BillProgress progress, boolean irregular,
            List<BillAction> actions) {
        return alone(session, bill, inner -> append(inner, bill, progress, irregular, actions));
    }

    BillWriteResult replaceSponsorships(WriteSession session, BillVersion bill, List<Sponsorship> sponsorships) {
        return alone(session, bill, inner -> replace(inner, bill, sponsorships));
    }

    /** A batch of one. */
    private static BillWriteResult alone(WriteSession session, BillVersion bill,
            Function<WriteSession, BillWriteResult> change) {
        return Halving.run(session, List.of(bill), (inner, one) -> List.of(change.apply(inner)),
                (one, failure) -> RefusedRow.ofChange(one.id(), failure)).getFirst();
    }

    private BillWriteResult append(WriteSession session, BillVersion bill, BillProgress progress, boolean irregular,
            List<BillAction> actions) {
        DSLContext sql = sql(session);
        LocalDate closedOn = ClosedSessions.holdOf(sql, bill.id()).day();
        BillWriteResult result = BillLocks.lock(sql, List.of(bill.id())).judge(bill);
        if (result instanceof BillWriteResult.Written && closedOn != null && progress.status().isOpen()) {
            return new BillWriteResult.SessionClosed(closedOn);
        }
        if (result instanceof BillWriteResult.Written) {
            children.writeActions(session, bill.id(), actions);
            sql.update(BILL).set(BILL.STATUS, progress.status()).set(BILL.STATUS_SINCE, progress.statusSince())
                    .set(BILL.STATUS_ACTION, progress.statusAction())
                    .set(BILL.LATEST_ACTION_ON, progress.latestActionOn())
                    .set(BILL.LATEST_ACTION_TEXT, progress.latestActionText())
                    .set(BILL.IRREGULAR, irregular ? DSL.inline(true) : BILL.IRREGULAR)
                    .set(BILL.VERSION, BILL.VERSION.plus(1)).set(BILL.UPDATED_AT, DSL.currentInstant())
                    .where(BILL.ID.eq(bill.id())).execute();
        }
        return result;
    }

    private BillWriteResult replace(WriteSession session, BillVersion bill, List<Sponsorship> sponsorships) {
        DSLContext sql = sql(session);
        BillWriteResult result = BillLocks.lock(sql, List.of(bill.id())).judge(bill);
        if (result instanceof BillWriteResult.Written) {
            children.replaceSponsorships(session, bill.id(), sponsorships);
            sql.update(BILL).set(BILL.VERSION, BILL.VERSION.plus(1)).set(BILL.UPDATED_AT, DSL.currentInstant())
                    .where(BILL.ID.eq(bill.id())).execute();
        }
        return result;
    }

    private static <T> List<T> allowed(List<T> asked, List<BillWriteResult> results) {
        List<T> allowed = new ArrayList<>();
        for (int place = 0; place < asked.size(); place++) {
            if (results.get(place) instanceof BillWriteResult.Written) {
                allowed.add(asked.get(place));
            }
        }
        return allowed;
    }

    private static Field<?>[] columns(List<BillUpdate> updates) {
        List<BillEdit> edits = updates.stream().map(BillUpdate::edit).toList();
        return new Field<?>[]{
                ArrayParameters.uuids(updates, update -> update.id().value()),
                ArrayParameters.texts(edits, BillEdit::classification),
                ArrayParameters.texts(edits, BillEdit::title),
                ArrayParameters.texts(edits, BillEdit::shortTitle),
                ArrayParameters.texts(edits, BillEdit::summary),
                ArrayParameters.texts(edits, BillEdit::lawNumber),
                ArrayParameters.lists(edits, edit -> edit.context().areas()),
                ArrayParameters.texts(edits, edit -> edit.context().sourceUrl()),
                ArrayParameters.texts(edits, edit -> edit.context().extras()),
                ArrayParameters.texts(edits, edit -> String.join(" ", edit.subjects()))};
    }
}
