package org.mswada.domain.user;

/**
 * Who a user is to the OpenID Connect provider that they sign in with.
 *
 * @param issuer the provider: claim {@code iss}
 * @param subject the user there: claim {@code sub}
 */
public record OidcSubject(String issuer, String subject) {
    private static final int MAXIMUM_LENGTH = 255;

    /** Refuses parts that are blank or have more than 255 characters (OpenID Connect Core, section 2). */
    public OidcSubject {
        check(issuer, "issuer");
        check(subject, "subject");
    }

    private static void check(String part, String what) {
        if (part.isBlank() || part.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException(
                    "the " + what + " of a user is blank or longer than " + MAXIMUM_LENGTH + " characters");
        }
    }
}
