package org.mswada.domain.user;

import org.jspecify.annotations.Nullable;

/**
 * Which users a list holds. A part that is null does not restrict.
 *
 * @param role only those of this role
 * @param area only those of this area
 * @param status only those of this status
 */
public record UserFilter(@Nullable Role role, @Nullable String area, @Nullable UserStatus status) {
    /** A filter that restricts nothing. */
    public static final UserFilter ALL = new UserFilter(null, null, null);

    /** Only those who may act. */
    public static final UserFilter ACTIVE = new UserFilter(null, null, UserStatus.ACTIVE);
}
