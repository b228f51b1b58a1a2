package org.mswada.http.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserDetails;

/** One's own account; the schema {@code Me} of the OpenAPI file describes it. */
record MeView(UUID id, Role role, @Nullable String email, @Nullable String displayName, @Nullable String area,
        Anonymity anonymity, int version, Instant createdAt, Instant updatedAt) {
    /** The role is the one in which the actor acts now, which may be that of the token. */
    static MeView of(Actor actor, User user) {
        UserDetails details = user.details();
        return new MeView(user.id().value(), actor.role(), details.email() == null ? null : details.email().value(),
                details.displayName(), details.area(), details.anonymity(), user.version(), user.createdAt(),
                user.updatedAt());
    }
}
