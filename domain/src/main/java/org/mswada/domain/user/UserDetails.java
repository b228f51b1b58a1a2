package org.mswada.domain.user;

import org.jspecify.annotations.Nullable;

/**
 * What may be changed of a user.
 *
 * @param email the e-mail address, where known
 * @param displayName under which name they are shown, where they chose one
 * @param role what they are here
 * @param area the area in which they live, as its legislature names it, where they say so
 * @param anonymity under which name others see what they do
 */
public record UserDetails(@Nullable EmailAddress email, @Nullable String displayName, Role role, @Nullable String area,
        Anonymity anonymity) {
    private static final int MAXIMUM_LENGTH = 200;

    /** Refuses a name or area that is blank or longer than 200 characters. */
    public UserDetails {
        check(displayName, "display name");
        check(area, "area");
    }

    private static void check(@Nullable String text, String what) {
        if (text != null && (text.isBlank() || text.length() > MAXIMUM_LENGTH)) {
            throw new IllegalArgumentException(
                    "the " + what + " of a user is blank or longer than " + MAXIMUM_LENGTH + " characters");
        }
    }

    /** Returns these with another role. */
    public UserDetails withRole(Role other) {
        return new UserDetails(email, displayName, other, area, anonymity);
    }
}
