package org.mswada.http.auth;

/**
 * Whose tokens are accepted.
 *
 * @param issuer the {@code iss} of its tokens, compared letter by letter
 * @param audience what their {@code aud} has to name
 * @param keys by which they are checked
 */
record TrustedIssuer(String issuer, String audience, IssuerKeys keys) {}
