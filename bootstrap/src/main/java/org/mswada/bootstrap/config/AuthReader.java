package org.mswada.bootstrap.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.mswada.http.auth.OidcConfig;

/** Reads what is configured of signing in. */
final class AuthReader {
    private final Settings settings;
    private final Values values;
    private final Environment environment;

    AuthReader(Settings settings, Values values, Environment environment) {
        this.settings = settings;
        this.values = values;
        this.environment = environment;
    }

    AuthSettings read() {
        String audience = values.text(Key.AUTH_AUDIENCE);
        String roleClaim = values.text(Key.AUTH_ROLE_CLAIM);
        for (Key key : new Key[]{Key.AUTH_AUDIENCE, Key.AUTH_ROLE_CLAIM}) {
            if (values.text(key).isBlank()) {
                settings.refuse(settings.get(key), "it must not be blank; leave it out for " + key.defaults());
            }
        }
        return new AuthSettings(provider(audience), audience, roleClaim);
    }

    private @Nullable OidcConfig provider(String audience) {
        String issuer = values.text(Key.AUTH_ISSUER);
        String keys = values.text(Key.AUTH_JWKS_URL);
        if (issuer.isBlank() != keys.isBlank()) {
            settings.miss(issuer.isBlank() ? Key.AUTH_ISSUER : Key.AUTH_JWKS_URL,
                    "an issuer and where it publishes its keys belong together");
            return null;
        }
        if (issuer.isBlank()) {
            return null;
        }
        try {
            URI url = URI.create(keys);
            if (environment != Environment.DEVELOPMENT && !"https".equals(url.getScheme())) {
                settings.refuse(settings.get(Key.AUTH_JWKS_URL), environment.label()
                        + " needs https://, or anybody on the way could hand us keys of their own");
                return null;
            }
            return new OidcConfig(issuer, audience, url);
        } catch (IllegalArgumentException e) {
            settings.refuse(settings.get(Key.AUTH_JWKS_URL),
                    "use an https:// URL without credentials, the jwks_uri of the provider");
            return null;
        }
    }
}
