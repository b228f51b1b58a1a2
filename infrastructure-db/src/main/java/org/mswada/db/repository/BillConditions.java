package org.mswada.db.repository;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_ACTION;
import static org.mswada.db.generated.Tables.BILL_SUBJECT;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;
import static org.mswada.db.generated.Tables.SPONSORSHIP;
import static org.mswada.db.generated.Tables.SUBJECT;
import static org.mswada.db.generated.Tables.TRACKING;

import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mswada.db.query.OptionalParts;
import org.mswada.db.query.Parameters;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.legislature.SessionId;

/**
 * The parts of a filter as conditions on table bill alone, so that a list is read along its index and stops at its limit.
 * What is asked for together stands in one order: the parts of a shape are numbered.
 */
final class BillConditions {
    private static final Field<String> AREA = DSL.field(DSL.name("area"), SQLDataType.CLOB);

    private BillConditions() {}

    static <I extends Filtered> Condition of(OptionalParts<I> when) {
        return BILL.DELETED_AT.isNull().and(ofWalk(when)).and(besideWalk(when));
    }

    /**
     * What is a part of an index in the order of the days of introduction, so that a walk in that order passes over no other
     * bill. A session is found before the bills are, and the beginning of such an index.
     */
    static <I extends Filtered> Condition ofWalk(OptionalParts<I> when) {
        return DSL.and(
                when.given(Filtered::sessionOfJurisdiction, key -> BILL.SESSION_ID.eq(sessions()
                        .where(JURISDICTION.CODE.eq(key.value(JURISDICTION.CODE, SessionKey::jurisdiction)))
                        .and(LEGISLATIVE_SESSION.IDENTIFIER
                                .eq(key.value(LEGISLATIVE_SESSION.IDENTIFIER, SessionKey::session))))),
                when.given(Filtered::introduced, days -> BILL.INTRODUCED_ON.between(
                        days.value(BILL.INTRODUCED_ON, Filtered.Days::from),
                        days.value(BILL.INTRODUCED_ON, Filtered.Days::to))));
    }

    /** The rest of the filter. */
    static <I extends Filtered> Condition besideWalk(OptionalParts<I> when) {
        return DSL.and(ofPlace(when), ofBill(when), ofTime(when), ofChildren(when), ofFollower(when));
    }

    private static <I extends Filtered> Condition ofPlace(OptionalParts<I> when) {
        return DSL.and(
                when.given(Filtered::jurisdictionOnly, code -> BILL.SESSION_ID
                        .in(sessions().where(JURISDICTION.CODE.eq(code.value(JURISDICTION.CODE, it -> it))))),
                when.given(Filtered::sessionOnly, session -> BILL.SESSION_ID.in(sessions()
                        .where(LEGISLATIVE_SESSION.IDENTIFIER
                                .eq(session.value(LEGISLATIVE_SESSION.IDENTIFIER, it -> it))))));
    }

    private static SelectOnConditionStep<Record1<SessionId>> sessions() {
        return select(LEGISLATIVE_SESSION.ID).from(LEGISLATIVE_SESSION)
                .join(JURISDICTION).on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID));
    }

    private static <I extends Filtered> Condition ofBill(OptionalParts<I> when) {
        return DSL.and(
                when.given(Filtered::statuses, statuses -> BILL.STATUS.eq(statuses.anyOf(BILL.STATUS, it -> it))),
                when.given(Filtered::chamber,
                        chamber -> BILL.ORIGIN_CHAMBER.eq(chamber.value(BILL.ORIGIN_CHAMBER, it -> it))),
                when.given(Filtered::classifications, classifications -> BILL.CLASSIFICATION
                        .eq(classifications.anyOf(BILL.CLASSIFICATION, it -> it))),
                when.given(Filtered::area, area -> BILL.AREAS.contains(area.array(AREA, List::of))));
    }

    private static <I extends Filtered> Condition ofTime(OptionalParts<I> when) {
        return DSL.and(
                when.given(Filtered::latestAction, days -> BILL.ACTIVE_ON.between(
                        days.value(BILL.ACTIVE_ON, Filtered.Days::from),
                        days.value(BILL.ACTIVE_ON, Filtered.Days::to))),
                when.given(Filtered::updated, time -> BILL.UPDATED_AT
                        .ge(time.value(BILL.UPDATED_AT, Filtered.Moments::from))
                        .and(BILL.UPDATED_AT.lt(time.value(BILL.UPDATED_AT, Filtered.Moments::until)))));
    }

    private static <I extends Filtered> Condition ofChildren(OptionalParts<I> when) {
        return DSL.and(
                when.given(Filtered::anySubject, names -> exists(subjects(names))),
                // All of them are some of them: that much an index finds.
                when.given(Filtered::allSubjects, names -> exists(subjects(names))
                        .and(DSL.field(counted(names)).eq(names.value(count(), Set::size)))),
                when.given(Filtered::sponsor, sponsor -> exists(selectOne().from(SPONSORSHIP)
                        .where(SPONSORSHIP.BILL_ID.eq(BILL.ID))
                        .and(SPONSORSHIP.SPONSOR_ID.eq(sponsor.value(SPONSORSHIP.SPONSOR_ID, it -> it)))
                        .and(SPONSORSHIP.WITHDRAWN_ON.isNull()))),
                when.given(Filtered::sponsorInRole, sponsor -> exists(selectOne().from(SPONSORSHIP)
                        .where(SPONSORSHIP.BILL_ID.eq(BILL.ID))
                        .and(SPONSORSHIP.SPONSOR_ID
                                .eq(sponsor.value(SPONSORSHIP.SPONSOR_ID, Filtered.InRole::sponsor)))
                        .and(SPONSORSHIP.ROLE.eq(sponsor.value(SPONSORSHIP.ROLE, Filtered.InRole::role)))
                        .and(SPONSORSHIP.WITHDRAWN_ON.isNull()))),
                when.given(Filtered::passed, status -> exists(milestone(status))),
                when.given(Filtered::notPassed, status -> notExists(milestone(status))));
    }

    /**
     * Found before the bills are, and each bill then by its id: it costs what the user follows, however many others follow the
     * same bills. A semi-join may look through all followers of each bill instead.
     */
    private static <I extends Filtered> Condition ofFollower(OptionalParts<I> when) {
        return when.given(Filtered::trackedBy, user -> BILL.ID.eq(DSL.any(DSL.array(
                select(TRACKING.BILL_ID).from(TRACKING)
                        .where(TRACKING.USER_ID.eq(user.value(TRACKING.USER_ID, it -> it)))
                        .and(TRACKING.BILL_ID.isNotNull())))));
    }

    private static SelectConditionStep<?> subjects(Parameters<Set<String>> names) {
        return selectOne().from(BILL_SUBJECT).join(SUBJECT).on(SUBJECT.ID.eq(BILL_SUBJECT.SUBJECT_ID))
                .where(BILL_SUBJECT.BILL_ID.eq(BILL.ID)).and(SUBJECT.NAME.eq(names.anyOf(SUBJECT.NAME, it -> it)));
    }

    private static Select<Record1<Integer>> counted(Parameters<Set<String>> names) {
        return select(count()).from(BILL_SUBJECT).join(SUBJECT).on(SUBJECT.ID.eq(BILL_SUBJECT.SUBJECT_ID))
                .where(BILL_SUBJECT.BILL_ID.eq(BILL.ID)).and(SUBJECT.NAME.eq(names.anyOf(SUBJECT.NAME, it -> it)));
    }

    private static SelectConditionStep<?> milestone(Parameters<BillStatus> status) {
        return selectOne().from(BILL_ACTION).where(BILL_ACTION.BILL_ID.eq(BILL.ID))
                .and(BILL_ACTION.ASSERTED_STATUS.eq(status.value(BILL_ACTION.ASSERTED_STATUS, it -> it)));
    }
}
