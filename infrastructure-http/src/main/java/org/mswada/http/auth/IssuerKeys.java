package org.mswada.http.auth;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import org.mswada.http.problem.ProblemException;

/** The public keys by which an issuer's tokens are checked. Safe for use by many threads. */
@FunctionalInterface
interface IssuerKeys {
    /**
     * Returns the keys that may have signed a token with this header: of the kind that its algorithm needs, and with its key
     * id where it has one.
     *
     * @throws ProblemException if no keys are to be had now
     */
    List<JWK> matching(JWSHeader header);
}
