package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.APP_USER;
import static org.mswada.db.generated.Tables.TRACKING;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.RowMapper;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.tracking.Tracking;
import org.mswada.domain.tracking.TrackingFrequency;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingStance;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserStatus;

/** How what users follow is found. */
final class TrackingQueries {
    private static final List<SelectField<?>> COLUMNS = List.of(TRACKING.ID, TRACKING.USER_ID, TRACKING.BILL_ID,
            TRACKING.SPONSOR_ID, TRACKING.SUBJECT_JURISDICTION, TRACKING.SUBJECT, TRACKING.SEARCH, TRACKING.TRIGGERS,
            TRACKING.FREQUENCY, TRACKING.STANCE, TRACKING.PAUSED, TRACKING.CREATED_AT);

    static final ShapedQuery<OfUser, Tracking> LIST = ShapedQuery.prepare("tracking.list",
            (sql, in, when) -> sql.select(COLUMNS)
                    .from(TRACKING)
                    .where(TRACKING.USER_ID.eq(in.value(TRACKING.USER_ID, OfUser::user)))
                    .and(when.given(OfUser::after, after -> TRACKING.ID.gt(after.value(TRACKING.ID, it -> it))))
                    .orderBy(TRACKING.ID)
                    .limit(in.limit(OfUser::rows)),
            TrackingQueries::tracking);

    static final ShapedQuery<OfTarget, Tracking> FOLLOWERS = ShapedQuery.prepare("tracking.followers",
            (sql, in, when) -> sql.select(COLUMNS)
                    .from(TRACKING)
                    .join(APP_USER).on(APP_USER.ID.eq(TRACKING.USER_ID))
                    .where(TRACKING.TARGET_TYPE.eq(in.value(TRACKING.TARGET_TYPE, asked -> asked.target().type())))
                    .and(TRACKING.TARGET.eq(in.value(TRACKING.TARGET, asked -> asked.target().key())))
                    .and(in.value(TRACKING.TARGET_TYPE, asked -> asked.trigger().name())
                            .eq(DSL.any(TRACKING.TRIGGERS)))
                    .and(TRACKING.PAUSED.eq(DSL.inline(false)))
                    .and(APP_USER.STATUS.eq(DSL.inline(UserStatus.ACTIVE, APP_USER.STATUS)))
                    .and(when.given(OfTarget::after,
                            after -> TRACKING.USER_ID.gt(after.value(TRACKING.USER_ID, it -> it))))
                    .orderBy(TRACKING.USER_ID)
                    .limit(in.limit(OfTarget::rows)),
            TrackingQueries::tracking);

    private TrackingQueries() {}

    private static RowMapper<Tracking> tracking(Columns columns) {
        Column<TrackingId> id = columns.of(TRACKING.ID);
        Column<UserId> user = columns.of(TRACKING.USER_ID);
        RowMapper<TrackingTarget> target = target(columns);
        RowMapper<TrackingPreferences> preferences = preferences(columns);
        Column<Boolean> paused = columns.of(TRACKING.PAUSED);
        Column<Instant> createdAt = columns.of(TRACKING.CREATED_AT);
        return row -> new Tracking(row.get(id), row.get(user), target.map(row), preferences.map(row), row.get(paused),
                row.get(createdAt));
    }

    private static RowMapper<TrackingTarget> target(Columns columns) {
        Column<@Nullable BillId> bill = columns.nullable(TRACKING.BILL_ID);
        Column<@Nullable SponsorId> sponsor = columns.nullable(TRACKING.SPONSOR_ID);
        Column<@Nullable String> jurisdiction = columns.nullable(TRACKING.SUBJECT_JURISDICTION);
        Column<@Nullable String> subject = columns.nullable(TRACKING.SUBJECT);
        Column<@Nullable String> search = columns.nullable(TRACKING.SEARCH);
        return row -> TrackingTargets.target(row.get(bill), row.get(sponsor), row.get(jurisdiction), row.get(subject),
                row.get(search));
    }

    private static RowMapper<TrackingPreferences> preferences(Columns columns) {
        Column<String[]> triggers = columns.of(TRACKING.TRIGGERS);
        Column<TrackingFrequency> frequency = columns.of(TRACKING.FREQUENCY);
        Column<@Nullable TrackingStance> stance = columns.nullable(TRACKING.STANCE);
        return row -> new TrackingPreferences(triggers(row.get(triggers)), row.get(frequency), row.get(stance));
    }

    private static Set<TrackingTrigger> triggers(String[] names) {
        return Stream.of(names).map(TrackingTrigger::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TrackingTrigger.class)));
    }

    /** A part of what a user follows. */
    record OfUser(UserId user, @Nullable TrackingId after, int rows) {}

    /** A part of those who follow something. */
    record OfTarget(TrackingTargets target, TrackingTrigger trigger, @Nullable UserId after, int rows) {}
}
