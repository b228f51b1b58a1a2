package org.mswada.http.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Checks for whom a token is and when it holds. */
final class ClaimCheck {
    /** How far the issuer's clock and ours may be apart. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /** OpenID Connect Core, section 2: a subject has at most as many. */
    private static final int LONGEST_SUBJECT = 255;

    private final InstantSource clock;

    ClaimCheck(InstantSource clock) {
        this.clock = clock;
    }

    void check(JWTClaimsSet claims, String audience) {
        Instant now = clock.instant();
        if (!claims.getAudience().contains(audience)) {
            throw Challenge.invalid("The token is for another audience than this server.");
        }
        if (claims.getExpirationTime() == null) {
            throw Challenge.invalid("The token never expires, and such tokens are not accepted.");
        }
        if (!now.isBefore(claims.getExpirationTime().toInstant().plus(CLOCK_SKEW))) {
            throw Challenge.invalid("The token has expired.");
        }
        if (claims.getNotBeforeTime() != null
                && now.plus(CLOCK_SKEW).isBefore(claims.getNotBeforeTime().toInstant())) {
            throw Challenge.invalid("The token does not hold yet.");
        }
        if (claims.getIssueTime() != null && now.plus(CLOCK_SKEW).isBefore(claims.getIssueTime().toInstant())) {
            throw Challenge.invalid("The token was issued in the future.");
        }
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw Challenge.invalid("The token does not say for whom it is: it needs a subject of 1 to "
                    + LONGEST_SUBJECT + " characters.");
        }
    }
}
