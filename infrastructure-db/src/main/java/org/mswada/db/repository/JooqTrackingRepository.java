package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.TRACKING;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.tracking.FollowResult;
import org.mswada.domain.tracking.Tracking;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPage;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.domain.user.UserId;

/** What users follow, in PostgreSQL. */
final class JooqTrackingRepository implements TrackingRepository {
    /**
     * Locks user and target, so that neither is erased or deleted meanwhile: a bill as an update would, for that is how one is
     * deleted. Of a target that is followed already, only other preferences are written.
     */
    private static final String FOLLOW = """
            with follower as (
                select id from app_user where id = {0} and status <> 'ERASED' for share),
            target as (
                select (select id from bill where id = {2} and deleted_at is null for share) as bill_id,
                    (select id from sponsor where id = {3} for key share) as sponsor_id)
            insert into tracking (user_id, id, target_type, bill_id, sponsor_id, subject_jurisdiction, subject, search,
                triggers, frequency, stance)
            select follower.id, {1}, {7}, target.bill_id, target.sponsor_id, {4}, {5}, {6}, {8}, {9}, {10}
            from follower, target
            where num_nonnulls(target.bill_id, target.sponsor_id, {5}, {6}) = 1
                and ({5} is null or exists (select from jurisdiction where code = {4}))
            on conflict on constraint tracking_target_key do update set triggers = excluded.triggers,
                frequency = excluded.frequency, stance = excluded.stance, updated_at = now()
            where (tracking.triggers, tracking.frequency) <> (excluded.triggers, excluded.frequency)
                or tracking.stance is distinct from excluded.stance
            returning id""";

    @Inject
    JooqTrackingRepository() {}

    @Override
    public FollowResult follow(WriteSession session, TrackingId newId, UserId user, TrackingTarget target,
            TrackingPreferences preferences) {
        DSLContext sql = sql(session);
        TrackingTargets stored = TrackingTargets.of(target);
        Record written = sql.resultQuery(FOLLOW, DSL.val(user.value()), DSL.val(newId.value()),
                DSL.val(stored.bill() == null ? null : stored.bill().value(), SQLDataType.UUID),
                DSL.val(stored.sponsor() == null ? null : stored.sponsor().value(), SQLDataType.UUID),
                DSL.val(stored.jurisdiction(), SQLDataType.CLOB), DSL.val(stored.subject(), SQLDataType.CLOB),
                DSL.val(stored.search(), SQLDataType.CLOB), DSL.val(stored.type(), SQLDataType.CLOB),
                DSL.val(preferences.triggers().stream().map(Enum::name).toArray(String[]::new),
                        SQLDataType.CLOB.array()),
                DSL.val(preferences.frequency().name(), SQLDataType.CLOB),
                DSL.val(preferences.stance() == null ? null : preferences.stance().name(), SQLDataType.CLOB))
                .fetchOne();
        if (written == null) {
            return sql.select(TRACKING.ID).from(TRACKING).where(follows(user, target)).and(isThere())
                    .fetchOptional(TRACKING.ID).<FollowResult>map(FollowResult.FollowedAlready::new)
                    .orElseGet(FollowResult.NothingToFollow::new);
        }
        TrackingId id = new TrackingId(written.get("id", UUID.class));
        return id.equals(newId) ? new FollowResult.Followed(id) : new FollowResult.FollowedAlready(id);
    }

    /** What is followed stays followed when it is deleted, but is nothing to follow any more. */
    private static Condition isThere() {
        return TRACKING.BILL_ID.isNull().or(DSL.exists(DSL.selectOne().from(BILL)
                .where(BILL.ID.eq(TRACKING.BILL_ID)).and(BILL.DELETED_AT.isNull())));
    }

    @Override
    public boolean unfollow(WriteSession session, UserId user, TrackingTarget target) {
        return sql(session).deleteFrom(TRACKING).where(follows(user, target)).execute() > 0;
    }

    @Override
    public boolean pause(WriteSession session, UserId user, TrackingTarget target, boolean paused) {
        DSLContext sql = sql(session);
        return sql.update(TRACKING).set(TRACKING.PAUSED, paused).set(TRACKING.UPDATED_AT, DSL.currentInstant())
                .where(follows(user, target)).and(TRACKING.PAUSED.ne(paused)).execute() > 0
                || sql.fetchExists(TRACKING, follows(user, target));
    }

    private static Condition follows(UserId user, TrackingTarget target) {
        TrackingTargets stored = TrackingTargets.of(target);
        return TRACKING.USER_ID.eq(user).and(TRACKING.TARGET_TYPE.eq(stored.type()))
                .and(TRACKING.TARGET.eq(stored.key()));
    }

    @Override
    public TrackingPage list(ReadSession session, UserId user, @Nullable TrackingId after, int limit) {
        // One row more than the page holds tells whether there is a next page.
        List<Tracking> found = TrackingQueries.LIST.list(session,
                new TrackingQueries.OfUser(user, after, TrackingPage.checkLimit(limit) + 1));
        List<Tracking> page = found.size() > limit ? found.subList(0, limit) : found;
        return new TrackingPage(page, found.size() > limit ? page.getLast().id() : null);
    }

    @Override
    public List<Tracking> followers(ReadSession session, TrackingTarget target, TrackingTrigger trigger,
            @Nullable UserId after, int limit) {
        return TrackingQueries.FOLLOWERS.list(session, new TrackingQueries.OfTarget(TrackingTargets.of(target),
                trigger, after, TrackingPage.checkLimit(limit)));
    }
}
