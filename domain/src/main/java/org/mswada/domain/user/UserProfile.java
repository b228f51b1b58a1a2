package org.mswada.domain.user;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What users tell of themselves.
 *
 * @param biography who they are, in their words
 * @param language the language they read
 * @param timeZone the zone in which they are told times
 * @param avatarUrl where their picture is
 * @param isPublic whether others may read it
 */
public record UserProfile(@Nullable String biography, @Nullable Locale language, @Nullable ZoneId timeZone,
        @Nullable String avatarUrl, boolean isPublic) {
    /** Nothing told, and not public. */
    public static final UserProfile EMPTY = new UserProfile(null, null, null, null, false);

    private static final int MAXIMUM_BIOGRAPHY = 5000;
    private static final int MAXIMUM_URL = 2000;

    /** Refuses blank and overlong parts. */
    public UserProfile {
        check(biography, "biography", MAXIMUM_BIOGRAPHY);
        check(avatarUrl, "avatar's URL", MAXIMUM_URL);
    }

    private static void check(@Nullable String text, String what, int maximum) {
        if (text != null && (text.isBlank() || text.length() > maximum)) {
            throw new IllegalArgumentException(
                    "the " + what + " in a profile is blank or longer than " + maximum + " characters");
        }
    }
}
