package org.mswada.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Signs tokens for development with a key of this installation, and trusts them. Never to be trusted elsewhere: whoever can
 * read the key's file can be anybody.
 */
public final class DevelopmentIssuer {
    /** The {@code iss} of its tokens. */
    public static final String NAME = "urn:mswada:development";

    private final String audience;
    private final String roleClaim;
    private final ECKey key;

    private DevelopmentIssuer(String audience, String roleClaim, ECKey key) {
        this.audience = audience;
        this.roleClaim = roleClaim;
        this.key = key;
    }

    /**
     * The issuer whose key is kept in this folder; the first time, a key is made.
     *
     * @throws DevelopmentKeyUnusable if it can neither be read nor made
     */
    public static DevelopmentIssuer in(Path folder, String audience, String roleClaim) {
        return new DevelopmentIssuer(audience, roleClaim, new DevelopmentKeyFile(folder).read());
    }

    /** Returns a signed token, for somebody in this role from {@code now} on. */
    public String mint(String subject, String role, Instant now, Duration lifetime) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(NAME).audience(audience).subject(subject)
                .claim(roleClaim, role).issueTime(Date.from(now)).expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString()).build();
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a key that this program made does not sign", impossible);
        }
        return token.serialize();
    }

    TrustedIssuer trusted() {
        return new TrustedIssuer(NAME, audience,
                header -> JWKMatcher.forJWSHeader(header).matches(key) ? List.of(key.toPublicJWK()) : List.of());
    }
}
