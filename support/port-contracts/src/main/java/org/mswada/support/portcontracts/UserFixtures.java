package org.mswada.support.portcontracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserId;

/** Valid users to start from; a test changes only what it is about. */
public final class UserFixtures {
    private static final String ISSUER = "https://login.example.org";

    private UserFixtures() {}

    public static OidcSubject subject(String name) {
        return new OidcSubject(ISSUER, name);
    }

    public static NewUser user(String name) {
        return user(name, details(name + "@example.org", name));
    }

    public static NewUser user(String subject, UserDetails details) {
        return new NewUser(new UserId(UUID.randomUUID()), subject(subject), details);
    }

    public static UserDetails details(@Nullable String email, @Nullable String displayName) {
        return new UserDetails(email == null ? null : new EmailAddress(email), displayName, Role.CITIZEN, "North",
                Anonymity.PUBLIC);
    }
}
