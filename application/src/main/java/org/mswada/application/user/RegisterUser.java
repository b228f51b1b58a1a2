package org.mswada.application.user;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserRepository;

/** Lets in whoever signed in elsewhere: a user is stored at the first sign-in, as a citizen, and found at the next. */
public final class RegisterUser {
    private static final Operation REGISTER = Operation.write("user.register");

    private final UserWriter writer;
    private final UserRepository users;
    private final IdSource ids;

    /** Writes {@code users} in units of {@code units}. */
    public RegisterUser(UnitOfWork units, UserRepository users, IdSource ids) {
        this.writer = new UserWriter(units);
        this.users = users;
        this.ids = ids;
    }

    /**
     * Returns the user who signs in as this subject. The provider's e-mail address and name are kept at the first time only,
     * the address unless somebody else has it.
     */
    public User signIn(OidcSubject subject, @Nullable EmailAddress email, @Nullable String displayName) {
        UserId newId = new UserId(ids.next());
        return writer.write(REGISTER, session -> users.findBySubject(session, subject).orElseGet(() -> {
            boolean taken = email != null && users.findByEmail(session, email).isPresent();
            users.create(session, new NewUser(newId, subject,
                    new UserDetails(taken ? null : email, displayName, Role.CITIZEN, null, Anonymity.PUBLIC)));
            return users.findBySubject(session, subject).orElseThrow(
                    () -> new IllegalStateException("a user was erased while signing in for the first time"));
        }));
    }
}
