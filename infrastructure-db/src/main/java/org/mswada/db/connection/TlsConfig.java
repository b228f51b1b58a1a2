package org.mswada.db.connection;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether connections are encrypted, and whom they trust.
 *
 * @param mode how much is asked for
 * @param authority a file of certificates to trust, in PEM; null for those that the JVM trusts
 * @param certificate a file with the certificate to show, in PEM; null for none
 * @param key a file with its private key, in PKCS-8 (DER); null for none
 * @param keyPassword what that file is encrypted with; null if it is not; never printed
 */
public record TlsConfig(Mode mode, @Nullable Path authority, @Nullable Path certificate, @Nullable Path key,
        @Nullable String keyPassword) {
    /** No encryption. */
    public static final TlsConfig NONE = new TlsConfig(Mode.DISABLE, null, null, null, null);

    /** The modes of libpq (PostgreSQL manual, "SSL Support"), without those that promise nothing. */
    public enum Mode {
        /** Not encrypted. */
        DISABLE,
        /** Encrypted if the server can; protects against nobody who means harm. */
        PREFER,
        /** Encrypted, whoever answers. */
        REQUIRE,
        /** Encrypted, with a certificate of a known authority. */
        VERIFY_CA,
        /** Encrypted, with a certificate of a known authority for this very host. */
        VERIFY_FULL;

        /** Returns the name that libpq and pgJDBC use. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Refuses a certificate without its key, and files that no mode would look at. */
    public TlsConfig {
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException(
                    "a client certificate and its key belong together: name both files, or none");
        }
        if (keyPassword != null && key == null) {
            throw new IllegalArgumentException("there is a password and no key that it opens: name the key's file");
        }
        if (certificate != null && authority == null && (mode == Mode.VERIFY_CA || mode == Mode.VERIFY_FULL)) {
            throw new IllegalArgumentException("a client certificate is shown only to servers of named authorities: "
                    + "name a file of certificates to trust, too");
        }
        if (mode == Mode.DISABLE && (authority != null || certificate != null)) {
            throw new IllegalArgumentException(
                    "TLS is disabled, so nobody would look at its certificates: name none, or ask for TLS");
        }
    }

    @Override
    public String toString() {
        return "TlsConfig[mode=" + mode + ", authority=" + authority + ", certificate=" + certificate + ", key=" + key
                + ", keyPassword=***]";
    }
}
