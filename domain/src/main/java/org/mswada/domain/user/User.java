package org.mswada.domain.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param id the identifier here
 * @param subject who that is to the provider they sign in with; null once erased
 * @param details what may be changed
 * @param status whether they may act
 * @param version counts the changes from 1, those of the profile too
 * @param createdAt when they were stored first
 * @param updatedAt when they were changed last
 */
public record User(UserId id, @Nullable OidcSubject subject, UserDetails details, UserStatus status, int version,
        Instant createdAt, Instant updatedAt) {
    /** Returns this user as one who acts; only for one who is active. */
    public Actor actor() {
        if (status != UserStatus.ACTIVE) {
            throw new IllegalArgumentException("user " + id.value() + " is " + status + " and may not act");
        }
        return new Actor(id, details.role());
    }
}
