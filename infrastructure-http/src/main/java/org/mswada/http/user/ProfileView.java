package org.mswada.http.user;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.user.UserProfile;

/** What somebody tells of themselves; the schema {@code Profile} of the OpenAPI file describes it. */
record ProfileView(@Nullable String biography, @Nullable String language, @Nullable String timeZone,
        @Nullable String avatarUrl, boolean isPublic) {
    static ProfileView of(UserProfile profile) {
        return new ProfileView(profile.biography(),
                profile.language() == null ? null : profile.language().toLanguageTag(),
                profile.timeZone() == null ? null : profile.timeZone().getId(), profile.avatarUrl(),
                profile.isPublic());
    }
}
