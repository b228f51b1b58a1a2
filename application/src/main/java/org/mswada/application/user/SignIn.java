package org.mswada.application.user;

import org.jspecify.annotations.Nullable;
import org.mswada.application.user.SignInOutcome.SignedIn;
import org.mswada.application.user.SignInOutcome.Suspended;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;

/**
 * Says who somebody is here whose token was checked; the first time, they are registered. A role that the token names goes
 * before the stored one, for as long as that token holds, and is never stored: what the provider takes back is gone. Who is
 * suspended may not act, whatever the token says, from that moment on: the primary is asked, for a replica may not know of it
 * yet.
 */
public final class SignIn {
    private static final Operation FIND = Operation.read("user.sign-in").onPrimary();

    private final UnitOfWork units;
    private final UserRepository users;
    private final RegisterUser register;

    /** Finds {@code users} in units of {@code units}, and registers whoever is not there. */
    public SignIn(UnitOfWork units, UserRepository users, RegisterUser register) {
        this.units = units;
        this.users = users;
        this.register = register;
    }

    /**
     * Signs somebody in.
     *
     * @param subject who they are to their provider
     * @param claimed the role that the token names, or null
     */
    public SignInOutcome as(OidcSubject subject, @Nullable Role claimed) {
        User user = units.read(FIND, session -> users.findBySubject(session, subject))
                .orElseGet(() -> register.signIn(subject, null, null));
        if (user.status() != UserStatus.ACTIVE) {
            return new Suspended();
        }
        return new SignedIn(new Actor(user.id(), claimed == null ? user.details().role() : claimed));
    }
}
