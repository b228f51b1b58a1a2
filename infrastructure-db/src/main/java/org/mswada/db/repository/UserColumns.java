package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.APP_USER;
import static org.mswada.db.generated.Tables.USER_PROFILE;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.RowMapper;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserProfile;
import org.mswada.domain.user.UserStatus;

/** Which columns a user is read from, and how. */
final class UserColumns {
    static final List<SelectField<?>> OF_USER = List.of(APP_USER.ID, APP_USER.ISSUER, APP_USER.SUBJECT, APP_USER.EMAIL,
            APP_USER.DISPLAY_NAME, APP_USER.ROLE, APP_USER.AREA, APP_USER.ANONYMITY, APP_USER.STATUS, APP_USER.VERSION,
            APP_USER.CREATED_AT, APP_USER.UPDATED_AT);

    static final List<SelectField<?>> OF_PROFILE = List.of(USER_PROFILE.USER_ID, USER_PROFILE.BIOGRAPHY,
            USER_PROFILE.LANGUAGE, USER_PROFILE.TIME_ZONE, USER_PROFILE.AVATAR_URL, USER_PROFILE.IS_PUBLIC);

    private UserColumns() {}

    static RowMapper<User> user(Columns columns) {
        Column<UserId> id = columns.of(APP_USER.ID);
        RowMapper<Optional<OidcSubject>> subject = subject(columns);
        RowMapper<UserDetails> details = details(columns);
        Column<UserStatus> status = columns.of(APP_USER.STATUS);
        Column<Integer> version = columns.of(APP_USER.VERSION);
        Column<Instant> createdAt = columns.of(APP_USER.CREATED_AT);
        Column<Instant> updatedAt = columns.of(APP_USER.UPDATED_AT);
        return row -> new User(row.get(id), subject.map(row).orElse(null), details.map(row), row.get(status),
                row.get(version),
                row.get(createdAt), row.get(updatedAt));
    }

    private static RowMapper<Optional<OidcSubject>> subject(Columns columns) {
        Column<@Nullable String> issuer = columns.nullable(APP_USER.ISSUER);
        Column<@Nullable String> subject = columns.nullable(APP_USER.SUBJECT);
        return row -> {
            String foundIssuer = row.get(issuer);
            String foundSubject = row.get(subject);
            return foundIssuer == null || foundSubject == null
                    ? Optional.empty()
                    : Optional.of(new OidcSubject(foundIssuer, foundSubject));
        };
    }

    private static RowMapper<UserDetails> details(Columns columns) {
        Column<@Nullable String> email = columns.nullable(APP_USER.EMAIL);
        Column<@Nullable String> displayName = columns.nullable(APP_USER.DISPLAY_NAME);
        Column<Role> role = columns.of(APP_USER.ROLE);
        Column<@Nullable String> area = columns.nullable(APP_USER.AREA);
        Column<Anonymity> anonymity = columns.of(APP_USER.ANONYMITY);
        return row -> {
            String foundEmail = row.get(email);
            return new UserDetails(foundEmail == null ? null : new EmailAddress(foundEmail), row.get(displayName),
                    row.get(role), row.get(area), row.get(anonymity));
        };
    }

    static RowMapper<Map.Entry<UserId, UserProfile>> profile(Columns columns) {
        Column<UserId> user = columns.of(USER_PROFILE.USER_ID);
        Column<@Nullable String> biography = columns.nullable(USER_PROFILE.BIOGRAPHY);
        Column<@Nullable String> language = columns.nullable(USER_PROFILE.LANGUAGE);
        Column<@Nullable String> timeZone = columns.nullable(USER_PROFILE.TIME_ZONE);
        Column<@Nullable String> avatarUrl = columns.nullable(USER_PROFILE.AVATAR_URL);
        Column<Boolean> isPublic = columns.of(USER_PROFILE.IS_PUBLIC);
        return row -> {
            String foundLanguage = row.get(language);
            String foundZone = row.get(timeZone);
            return Map.entry(row.get(user), new UserProfile(row.get(biography),
                    foundLanguage == null ? null : Locale.forLanguageTag(foundLanguage),
                    foundZone == null ? null : ZoneId.of(foundZone), row.get(avatarUrl), row.get(isPublic)));
        };
    }
}
