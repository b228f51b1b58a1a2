package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.APP_USER;
import static org.mswada.db.generated.Tables.TRACKING;
import static org.mswada.db.generated.Tables.USER_PROFILE;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.UserDeleteResult;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserProfile;
import org.mswada.domain.user.UserStatus;
import org.mswada.domain.user.UserWriteResult;

/** Stores users by sets, and removes them. */
final class UserWrites {
    /** Who comes first in the batch is stored first; whoever conflicts with what is there then, is not. */
    private static final String INSERT = """
            insert into app_user (id, issuer, subject, email, display_name, role, area, anonymity, status)
            select id, issuer, subject, email, display_name, role, area, anonymity, 'ACTIVE'
            from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}) with ordinality
                as given (id, issuer, subject, email, display_name, role, area, anonymity, place)
            order by place
            on conflict do nothing
            returning id""";

    List<UserWriteResult> create(WriteSession session, List<NewUser> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        DSLContext sql = sql(session);
        Set<UserId> inserted = new HashSet<>(sql.resultQuery(INSERT,
                ArrayParameters.uuids(users, user -> user.id().value()),
                ArrayParameters.texts(users, user -> user.subject().issuer()),
                ArrayParameters.texts(users, user -> user.subject().subject()),
                ArrayParameters.texts(users, user -> EmailHolders.text(user.details().email())),
                ArrayParameters.texts(users, user -> user.details().displayName()),
                ArrayParameters.texts(users, user -> user.details().role()),
                ArrayParameters.texts(users, user -> user.details().area()),
                ArrayParameters.texts(users, user -> user.details().anonymity()))
                .fetch(row -> new UserId(row.get("id", UUID.class))));
        List<Boolean> stored = users.stream().map(user -> inserted.remove(user.id())).toList();
        List<NewUser> refused = IntStream.range(0, users.size()).filter(place -> !stored.get(place))
                .mapToObj(users::get).toList();
        if (refused.isEmpty()) {
            return users.stream().<UserWriteResult>map(user -> new UserWriteResult.Written(user.id(), 1)).toList();
        }
        Holders holders = Holders.of(sql, refused);
        return IntStream.range(0, users.size()).mapToObj(place -> stored.get(place)
                ? new UserWriteResult.Written(users.get(place).id(), 1)
                : holders.refusal(users.get(place))).toList();
    }

    UserWriteResult changeStatus(WriteSession session, UserId id, UserStatus status, int expectedVersion) {
        if (status == UserStatus.ERASED) {
            throw new IllegalArgumentException("a user is erased by erase, which removes what is personal");
        }
        UserState stored = UserState.lock(sql(session), List.of(id)).get(id);
        UserWriteResult refusal = UserState.refusal(stored, expectedVersion);
        if (refusal != null) {
            return refusal;
        }
        change(sql(session)).set(APP_USER.STATUS, status).where(APP_USER.ID.eq(id)).execute();
        return new UserWriteResult.Written(id, expectedVersion + 1);
    }

    UserWriteResult saveProfile(WriteSession session, UserId id, UserProfile profile, int expectedVersion) {
        DSLContext sql = sql(session);
        UserWriteResult refusal = UserState.refusal(UserState.lock(sql, List.of(id)).get(id), expectedVersion);
        if (refusal != null) {
            return refusal;
        }
        Locale language = profile.language();
        sql.insertInto(USER_PROFILE)
                .set(USER_PROFILE.USER_ID, id)
                .set(USER_PROFILE.BIOGRAPHY, profile.biography())
                .set(USER_PROFILE.LANGUAGE, language == null ? null : language.toLanguageTag())
                .set(USER_PROFILE.TIME_ZONE, profile.timeZone() == null ? null : profile.timeZone().getId())
                .set(USER_PROFILE.AVATAR_URL, profile.avatarUrl())
                .set(USER_PROFILE.IS_PUBLIC, profile.isPublic())
                .onConflict(USER_PROFILE.USER_ID).doUpdate().setAllToExcluded()
                .execute();
        change(sql).where(APP_USER.ID.eq(id)).execute();
        return new UserWriteResult.Written(id, expectedVersion + 1);
    }

    /** Begins a change, which is counted and dated. */
    private static UpdateSetMoreStep<?> change(DSLContext sql) {
        return sql.update(APP_USER).set(APP_USER.VERSION, APP_USER.VERSION.plus(1))
                .set(APP_USER.UPDATED_AT, DSL.currentInstant());
    }

    UserWriteResult erase(WriteSession session, UserId id) {
        DSLContext sql = sql(session);
        UserState stored = UserState.lock(sql, List.of(id)).get(id);
        if (stored == null) {
            return new UserWriteResult.Missing();
        }
        if (stored.status() == UserStatus.ERASED) {
            return new UserWriteResult.Written(id, stored.version());
        }
        sql.deleteFrom(TRACKING).where(TRACKING.USER_ID.eq(id)).execute();
        sql.deleteFrom(USER_PROFILE).where(USER_PROFILE.USER_ID.eq(id)).execute();
        change(sql)
                .setNull(APP_USER.ISSUER).setNull(APP_USER.SUBJECT).setNull(APP_USER.EMAIL)
                .setNull(APP_USER.DISPLAY_NAME).setNull(APP_USER.AREA)
                .set(APP_USER.ROLE, Role.CITIZEN).set(APP_USER.ANONYMITY, Anonymity.ANONYMOUS)
                .set(APP_USER.STATUS, UserStatus.ERASED)
                .where(APP_USER.ID.eq(id)).execute();
        return new UserWriteResult.Written(id, stored.version() + 1);
    }

    List<UserDeleteResult> delete(WriteSession session, List<UserId> users) {
        Set<UserId> deleted = sql(session).deleteFrom(APP_USER)
                .where(APP_USER.ID.eq(DSL.any(users.toArray(UserId[]::new)))).returningResult(APP_USER.ID)
                .fetchSet(APP_USER.ID);
        return users.stream().map(user -> deleted.remove(user) ? UserDeleteResult.DELETED : UserDeleteResult.MISSING)
                .toList();
    }

    /** Who has the subjects and e-mail addresses of users that could not be stored. */
    private record Holders(Map<OidcSubject, UserId> subjects, EmailHolders emails) {
        static Holders of(DSLContext sql, List<NewUser> refused) {
            Map<OidcSubject, UserId> subjects = sql.select(APP_USER.ISSUER, APP_USER.SUBJECT, APP_USER.ID)
                    .from(APP_USER)
                    .where(APP_USER.ISSUER.eq(DSL.any(refused.stream().map(user -> user.subject().issuer())
                            .distinct().toArray(String[]::new))))
                    .and(APP_USER.SUBJECT.eq(DSL.any(refused.stream().map(user -> user.subject().subject())
                            .distinct().toArray(String[]::new))))
                    .fetch().stream().collect(Collectors.toMap(row -> new OidcSubject(row.value1(), row.value2()),
                            row -> row.value3()));
            return new Holders(subjects, EmailHolders.of(sql, refused.stream().map(NewUser::details).toList()));
        }

        UserWriteResult refusal(NewUser user) {
            UserId bySubject = subjects.get(user.subject());
            if (bySubject != null) {
                return new UserWriteResult.SubjectTaken(bySubject);
            }
            UserId byEmail = emails.holder(user.details());
            return byEmail == null
                    ? new UserWriteResult.SubjectTaken(user.id())
                    : new UserWriteResult.EmailTaken(byEmail);
        }
    }
}
