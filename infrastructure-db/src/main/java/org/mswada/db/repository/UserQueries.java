package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.APP_USER;
import static org.mswada.db.generated.Tables.USER_PROFILE;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.util.Collection;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.OptionalParts;
import org.mswada.db.query.PreparedQuery;
import org.mswada.db.query.RowMapper;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserFilter;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserProfile;
import org.mswada.domain.user.UserStatus;

/** How users are found. */
final class UserQueries {
    static final PreparedQuery<UserId, User> FIND_BY_ID = prepare("user.find-by-id",
            (sql, in) -> sql.select(UserColumns.OF_USER)
                    .from(APP_USER)
                    .where(APP_USER.ID.eq(in.value(APP_USER.ID, id -> id))),
            UserColumns::user);

    static final PreparedQuery<Collection<UserId>, User> FIND = prepare("user.find",
            (sql, in) -> sql.select(UserColumns.OF_USER)
                    .from(APP_USER)
                    .where(APP_USER.ID.eq(in.anyOf(APP_USER.ID, ids -> ids))),
            UserColumns::user);

    static final PreparedQuery<OidcSubject, User> FIND_BY_SUBJECT = prepare("user.find-by-subject",
            (sql, in) -> sql.select(UserColumns.OF_USER)
                    .from(APP_USER)
                    .where(APP_USER.ISSUER.eq(in.value(APP_USER.ISSUER, OidcSubject::issuer)))
                    .and(APP_USER.SUBJECT.eq(in.value(APP_USER.SUBJECT, OidcSubject::subject))),
            UserColumns::user);

    static final PreparedQuery<EmailAddress, User> FIND_BY_EMAIL = prepare("user.find-by-email",
            (sql, in) -> sql.select(UserColumns.OF_USER)
                    .from(APP_USER)
                    .where(DSL.lower(APP_USER.EMAIL).eq(DSL.lower(in.value(APP_USER.EMAIL, EmailAddress::value)))),
            UserColumns::user);

    static final ShapedQuery<Listing, User> LIST = ShapedQuery.prepare("user.list",
            (sql, in, when) -> sql.select(UserColumns.OF_USER)
                    .from(APP_USER)
                    .where(matching(when))
                    .orderBy(APP_USER.ID)
                    .limit(in.limit(Listing::rows)),
            UserColumns::user);

    private static final Field<Integer> COUNTED = DSL.count(DSL.field(DSL.name("counted", "id")));

    /** Counts no further than the limit. */
    static final ShapedQuery<Listing, Integer> COUNT = ShapedQuery.prepare("user.count",
            (sql, in, when) -> {
                Table<?> counted = DSL.select(APP_USER.ID).from(APP_USER).where(matching(when))
                        .limit(in.limit(Listing::rows)).asTable("counted");
                return sql.select(COUNTED).from(counted);
            }, UserQueries::count);

    static final PreparedQuery<Collection<UserId>, Map.Entry<UserId, UserProfile>> PROFILES = prepare("user.profiles",
            (sql, in) -> sql.select(UserColumns.OF_PROFILE)
                    .from(USER_PROFILE)
                    .where(USER_PROFILE.USER_ID.eq(in.anyOf(USER_PROFILE.USER_ID, ids -> ids))),
            UserColumns::profile);

    private UserQueries() {}

    private static Condition matching(OptionalParts<Listing> when) {
        return DSL.and(
                when.given(Listing::role, role -> APP_USER.ROLE.eq(role.value(APP_USER.ROLE, it -> it))),
                when.given(Listing::area, area -> APP_USER.AREA.eq(area.value(APP_USER.AREA, it -> it))),
                when.given(Listing::status, status -> APP_USER.STATUS.eq(status.value(APP_USER.STATUS, it -> it))),
                when.given(Listing::after, after -> APP_USER.ID.gt(after.value(APP_USER.ID, it -> it))));
    }

    private static RowMapper<Integer> count(Columns columns) {
        Column<Integer> counted = columns.of(COUNTED);
        return row -> row.get(counted);
    }

    /** What a page of users is asked for with; a part that is null does not restrict. */
    record Listing(UserFilter filter, @Nullable UserId after, int rows) {
        @Nullable
        Role role() {
            return filter.role();
        }

        @Nullable
        String area() {
            return filter.area();
        }

        @Nullable
        UserStatus status() {
            return filter.status();
        }
    }
}
