package org.mswada.domain.user;

import java.util.UUID;

/**
 * Who acts: passed to every use case that writes, or that reads what is of people.
 *
 * @param user the user
 * @param role what they are here
 */
public record Actor(UserId user, Role role) {
    /** Whoever runs a command on the server's machine, and so has the database anyway: an administrator whom no row names. */
    public static final Actor OPERATOR = new Actor(new UserId(new UUID(0, 0)), Role.ADMIN);

    /** Returns whether this actor may do this: see {@link AccessPolicy}. */
    public boolean may(Permission permission) {
        return AccessPolicy.allows(role, permission);
    }

    /** Returns whether this actor may do this to a user: their own, or any user's. */
    public boolean may(Permission own, Permission anyones, UserId whose) {
        return may(anyones) || (whose.equals(user) && may(own));
    }
}
