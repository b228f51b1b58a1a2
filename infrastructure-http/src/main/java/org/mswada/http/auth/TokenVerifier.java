package org.mswada.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mswada.http.problem.ProblemException;

/**
 * Checks access tokens: JSON Web Tokens (RFC 7519) that a trusted issuer signed for us. Only the signatures named here are
 * known, all by a private key, so that a token "signed" by nothing, or by an issuer's public key as a shared secret, is
 * refused before any key is looked at (RFC 8725, section 3.1). Safe for use by many threads.
 */
public final class TokenVerifier {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384,
            JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256,
            JWSAlgorithm.ES384, JWSAlgorithm.ES512);
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final Map<String, TrustedIssuer> issuers;
    private final ClaimCheck claimCheck;
    private final RoleClaim roleClaim;

    TokenVerifier(List<TrustedIssuer> issuers, String roleClaim, InstantSource clock) {
        this.issuers = issuers.stream().collect(Collectors.toMap(TrustedIssuer::issuer, Function.identity()));
        this.roleClaim = new RoleClaim(roleClaim);
        this.claimCheck = new ClaimCheck(clock);
    }

    /**
     * Checks the token in these {@code Authorization} headers.
     *
     * @throws ProblemException if there is none, if it is not good, or if that cannot be told now
     */
    public VerifiedToken verify(List<String> authorization) {
        if (issuers.isEmpty()) {
            throw Challenge
                    .missing("This needs somebody who is signed in, and this server trusts no issuer of tokens.");
        }
        return verify(BearerHeader.tokenIn(authorization));
    }

    private VerifiedToken verify(String text) {
        SignedJWT token = parse(text);
        JWTClaimsSet claims = claimsOf(token);
        TrustedIssuer issuer = claims.getIssuer() == null ? null : issuers.get(claims.getIssuer());
        if (issuer == null) {
            throw Challenge.invalid("The token's issuer is not one that this server trusts.");
        }
        if (issuer.keys().matching(token.getHeader()).stream().noneMatch(key -> isSignedBy(token, key))) {
            throw Challenge.invalid("The token is not signed by a key that its issuer publishes.");
        }
        claimCheck.check(claims, issuer.audience());
        return new VerifiedToken(issuer.issuer(), claims.getSubject(), roleClaim.valuesIn(claims));
    }

    private static SignedJWT parse(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            checkHeader(token.getHeader());
            return token;
        } catch (ParseException | IllegalArgumentException notOne) {
            throw Challenge.invalid("The token is no signed JSON Web Token.");
        }
    }

    private static void checkHeader(JWSHeader header) {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw Challenge.invalid("The token is signed by an algorithm that is not accepted: one of "
                    + ALGORITHMS.stream().map(JWSAlgorithm::getName).sorted().collect(Collectors.joining(", "))
                    + " is needed.");
        }
        JOSEObjectType type = header.getType();
        if (type != null && TYPES.stream().noneMatch(type.getType()::equalsIgnoreCase)) {
            throw Challenge.invalid("The token is of another type than JWT and at+jwt.");
        }
        if (header.getCriticalParams() != null) {
            throw Challenge.invalid("The token has critical header parameters, and this server knows none.");
        }
    }

    private static JWTClaimsSet claimsOf(SignedJWT token) {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException notOne) {
            throw Challenge.invalid("The token's claims cannot be read.");
        }
    }

    private static boolean isSignedBy(SignedJWT token, JWK key) {
        try {
            PublicKey publicKey = ((AsymmetricJWK) key).toPublicKey();
            return token.verify(new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), publicKey));
        } catch (JOSEException notForThisKey) {
            return false;
        }
    }
}
