package org.mswada.bootstrap.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.http.auth.OidcConfig;

/**
 * What is configured of signing in.
 *
 * @param provider whose tokens are accepted, or null for none
 * @param audience what a token's {@code aud} has to name
 * @param roleClaim the claim of a token that names roles
 */
public record AuthSettings(@Nullable OidcConfig provider, String audience, String roleClaim) {
    /** Returns the provider; without one, nobody can sign in but in development. */
    public Optional<OidcConfig> configured() {
        return Optional.ofNullable(provider);
    }
}
