package org.mswada.http.auth;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;

/** Asks an issuer for its keys. */
@FunctionalInterface
interface KeyFetch {
    /** Returns what the issuer publishes now; bounded in time and size. */
    JWKSet fetch() throws IOException, InterruptedException;
}
