package org.mswada.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mswada.application.user.SignIn;
import org.mswada.application.user.SignInOutcome.SignedIn;
import org.mswada.application.user.SignInOutcome.Suspended;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.http.auth.Challenge;
import org.mswada.http.auth.TokenVerifier;
import org.mswada.http.auth.VerifiedToken;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;

/** Says who sends a request. */
final class Callers {
    private final TokenVerifier tokens;
    private final SignIn signIn;

    Callers(TokenVerifier tokens, SignIn signIn) {
        this.tokens = tokens;
        this.signIn = signIn;
    }

    /**
     * Returns who sent a request with these {@code Authorization} headers.
     *
     * @throws ProblemException if nobody knows, or they may not act
     */
    Actor of(List<String> authorization) {
        VerifiedToken token = tokens.verify(authorization);
        return switch (signIn.as(new OidcSubject(token.issuer(), token.subject()),
                claimed(token.roles()).orElse(null))) {
            case SignedIn known -> known.actor();
            case Suspended() -> throw Challenge.insufficient(ProblemType.ACCOUNT_SUSPENDED,
                    "Your account is suspended.");
        };
    }

    /** Of several the last in the order of the roles; those of other programs are not meant for us. */
    private static Optional<Role> claimed(Set<String> names) {
        return Arrays.stream(Role.values()).filter(role -> names.contains(role.name().toLowerCase(Locale.ROOT)))
                .reduce((one, later) -> later);
    }
}
