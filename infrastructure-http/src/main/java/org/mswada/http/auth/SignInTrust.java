package org.mswada.http.auth;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Whose tokens a server accepts. It is closed when no more requests come. */
public final class SignInTrust implements AutoCloseable {
    private static final Executor THREADS = work -> Thread.ofVirtual().name("issuer keys").start(work);

    private final TokenVerifier verifier;
    private final @Nullable HttpKeyFetch fetch;

    /**
     * Trusts the provider and the issuer for development, as far as they are given.
     *
     * @param provider the OpenID Connect provider, or null for none
     * @param development the issuer for development, or null for none
     * @param roleClaim the claim that names roles
     */
    public SignInTrust(@Nullable OidcConfig provider, @Nullable DevelopmentIssuer development, String roleClaim) {
        List<TrustedIssuer> issuers = new ArrayList<>();
        if (development != null) {
            issuers.add(development.trusted());
        }
        if (provider == null) {
            this.fetch = null;
        } else {
            this.fetch = new HttpKeyFetch(provider.keys());
            PublishedKeys keys = new PublishedKeys(fetch, THREADS, System::nanoTime);
            keys.prepare();
            issuers.add(new TrustedIssuer(provider.issuer(), provider.audience(), keys));
        }
        this.verifier = new TokenVerifier(issuers, roleClaim, InstantSource.system());
    }

    /** Returns what checks tokens. */
    public TokenVerifier verifier() {
        return verifier;
    }

    @Override
    public void close() {
        if (fetch != null) {
            fetch.close();
        }
    }
}
