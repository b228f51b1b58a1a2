package org.mswada.bootstrap.server;

import java.util.function.Consumer;
import org.mswada.bootstrap.config.AuthSettings;
import org.mswada.bootstrap.config.Environment;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.http.auth.DevelopmentIssuer;
import org.mswada.http.auth.DevelopmentKeyUnusable;
import org.mswada.http.auth.SignInTrust;

/** Whose tokens a server with this configuration accepts. */
public final class TokenTrust {
    private TokenTrust() {}

    /**
     * Returns the issuer for development, whose key is made the first time.
     *
     * @throws DevelopmentKeyUnusable if there can be no key
     * @throws IllegalStateException outside development, where nobody may be anybody
     */
    public static DevelopmentIssuer developmentIssuer(ServerConfig config) {
        if (config.environment() != Environment.DEVELOPMENT) {
            throw new IllegalStateException("tokens that anybody can make are for development only");
        }
        AuthSettings auth = config.auth();
        return DevelopmentIssuer.in(config.dataDirectory().toAbsolutePath().resolve("auth"), auth.audience(),
                auth.roleClaim());
    }

    /** Returns whom the server trusts; where that is nobody, says so. */
    static SignInTrust of(ServerConfig config, Consumer<String> talk) {
        AuthSettings auth = config.auth();
        if (config.environment() == Environment.DEVELOPMENT) {
            return new SignInTrust(auth.provider(), developmentIssuer(config), auth.roleClaim());
        }
        if (auth.configured().isEmpty()) {
            talk.accept("Nobody can sign in, so every write is refused: auth.issuer is not set. Set MSWADA_AUTH_ISSUER "
                    + "and MSWADA_AUTH_JWKS_URL, unless reading is all that this server is for.");
        }
        return new SignInTrust(auth.provider(), null, auth.roleClaim());
    }
}
