package org.mswada.http.auth;

import java.util.Set;

/**
 * What a token says whose signature, issuer, audience and times were checked. No more of it is kept: neither the token nor
 * what else it knows of a person.
 *
 * @param issuer who vouches
 * @param subject for whom, in the words of the issuer
 * @param roles the role claim's values, as written; empty where the token has none
 */
public record VerifiedToken(String issuer, String subject, Set<String> roles) {
    /** Copies the roles. */
    public VerifiedToken {
        roles = Set.copyOf(roles);
    }
}
