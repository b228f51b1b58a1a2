package org.mswada.application.user;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.application.user.SignInOutcome.SignedIn;
import org.mswada.application.user.SignInOutcome.Suspended;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;

/**
 * Says who somebody is here whose token was checked. The first time, they become a user, a citizen of whom nothing is known
 * but the subject. A role that the token names goes before the stored one, for as long as that token holds, and is never
 * stored: what the provider takes back is gone. Who is suspended may not act, whatever the token says.
 */
public final class SignIn {
    private static final Operation FIND = Operation.read("user.sign-in");
    private static final Operation REGISTER = Operation.write("user.register").repeatable();
    private static final UserDetails UNKNOWN = new UserDetails(null, null, Role.CITIZEN, null, Anonymity.ANONYMOUS);

    private final UnitOfWork units;
    private final UserRepository users;
    private final IdSource ids;

    /** Finds and stores {@code users} in units of {@code units}; new ones get ids of {@code ids}. */
    public SignIn(UnitOfWork units, UserRepository users, IdSource ids) {
        this.units = units;
        this.users = users;
        this.ids = ids;
    }

    /**
     * Signs somebody in.
     *
     * @param subject who they are to their provider
     * @param claimed the role that the token names, or null
     */
    public SignInOutcome as(OidcSubject subject, @Nullable Role claimed) {
        User user = units.read(FIND, session -> users.findBySubject(session, subject))
                .orElseGet(() -> register(subject));
        if (user.status() != UserStatus.ACTIVE) {
            return new Suspended();
        }
        return new SignedIn(new Actor(user.id(), claimed == null ? user.details().role() : claimed));
    }

    /** Two first requests at once are one user: the second finds what the first has stored. */
    private User register(OidcSubject subject) {
        NewUser stranger = new NewUser(new UserId(ids.next()), subject, UNKNOWN);
        Optional<User> found = units.write(REGISTER, session -> {
            users.create(session, stranger);
            return users.findBySubject(session, subject);
        });
        return found.orElseThrow(() -> new IllegalStateException("a user who was stored, or was there, is not found"));
    }
}
