package org.mswada.http.auth;

import java.net.URI;

/**
 * The OpenID Connect provider whose access tokens are accepted.
 *
 * @param issuer the {@code iss} of its tokens, as it says itself
 * @param audience what their {@code aud} has to name: this API, as the provider knows it
 * @param keys where it publishes its keys (its {@code jwks_uri})
 */
public record OidcConfig(String issuer, String audience, URI keys) {
    /** Refuses what cannot work; the message names the part and what it may be. */
    public OidcConfig {
        if (issuer.isBlank() || audience.isBlank()) {
            throw new IllegalArgumentException("issuer and audience must not be blank");
        }
        if (keys.getHost() == null || keys.getRawUserInfo() != null
                || !("https".equals(keys.getScheme()) || "http".equals(keys.getScheme()))) {
            throw new IllegalArgumentException("it is no https:// or http:// URL without credentials");
        }
    }
}
