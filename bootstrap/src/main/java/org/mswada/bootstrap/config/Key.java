package org.mswada.bootstrap.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every setting there is: its name, what it means, what it is where nobody says anything. */
public enum Key {
    ENV("env", "which profile: development, staging or production", "development"),
    HTTP_HOST("http.host", "the address that both ports listen on", "127.0.0.1", "0.0.0.0", "0.0.0.0"),
    HTTP_PORT("http.port", "the port of the public API; 0 is any free one", "8080"),
    ADMIN_PORT("admin.port", "the port of health, metrics and administration; 0 is any free one", "8081"),
    DATA_DIR("data.dir", "the folder of the embedded database and other local state", ".mswada"),
    DRAIN_DELAY("drain.delay", "how long the server says it is not ready before it stops accepting requests", "0s",
            "2s",
            "5s"),
    DRAIN_TIMEOUT("drain.timeout", "how long requests in flight may take to finish when the server stops", "20s"),
    AUTH_ISSUER("auth.issuer",
            "the OpenID Connect issuer whose access tokens are accepted, as its tokens name it; unset: "
                    + "nobody can sign in, but in development with 'mswada token'"),
    AUTH_JWKS_URL("auth.jwks-url", "where that issuer publishes its keys (its jwks_uri)"),
    AUTH_AUDIENCE("auth.audience", "what a token's audience (aud) has to name", "mswada"),
    AUTH_ROLE_CLAIM("auth.role-claim", "the claim of a token that names roles; a.b is b inside a", "mswada_role"),
    DB_URL("db.url", "the primary: jdbc:postgresql://HOST:PORT/DATABASE or postgresql://HOST:PORT/DATABASE; unset in "
            + "development: an embedded one"),
    DB_READ_URLS("db.read.urls",
            "its replicas, with commas between, each like db.url; they are signed in to as the primary"),
    DB_USER("db.user", "the role that the server signs in with"),
    DB_PASSWORD("db.password", "its password"),
    DB_MIGRATE_USER("db.migrate.user", "the role that migrates, which owns the schema; unset: the server's"),
    DB_MIGRATE_PASSWORD("db.migrate.password", "its password; unset: the server's"),
    DB_POOL_MINIMUM_IDLE("db.pool.minimum-idle", "connections kept open to the primary when there is nothing to do",
            "2", "3", "5"),
    DB_POOL_MAXIMUM_SIZE("db.pool.maximum-size",
            "connections to a server at most, 2 or more: 60 % to read, 40 % to write", "10", "15", "50"),
    DB_POOL_ACQUIRE_TIMEOUT("db.pool.acquire-timeout", "the longest wait for a connection while there is none", "10s"),
    DB_POOL_IDLE_TIMEOUT("db.pool.idle-timeout", "how long a connection beyond the minimum is kept unused", "30s"),
    DB_MAXIMUM_WAITING("db.maximum-waiting", "how many units of work may wait for a connection; more are refused",
            "500"),
    DB_CONNECT_TIMEOUT("db.connect-timeout", "how long opening a connection may take", "5s"),
    DB_TLS_TIMEOUT("db.tls.timeout", "how long agreeing on TLS may take", "5s"),
    DB_SOCKET_TIMEOUT("db.socket-timeout", "how long any answer of the database may take", "40s"),
    DB_STATEMENT_TIMEOUT("db.statement-timeout", "how long a statement may run on the server", "30s"),
    DB_SLOW_LIMIT("db.slow-limit", "the time from which a statement is reported as slow", "200ms", "500ms", "1s"),
    DB_TLS_MODE("db.tls.mode", "disable, prefer, require, verify-ca or verify-full; production takes only the last",
            "disable", "prefer", "verify-full"),
    DB_TLS_AUTHORITY("db.tls.authority", "a PEM file of certificates to trust; unset: those that Java trusts"),
    DB_TLS_CERTIFICATE("db.tls.certificate", "a PEM file with the client's certificate"),
    DB_TLS_KEY("db.tls.key", "its private key, in PKCS-8 (DER)"),
    DB_TLS_KEY_PASSWORD("db.tls.key-password", "the password of that key, if it is encrypted");

    private final String dotted;
    private final String meaning;
    private final @Nullable String development;
    private final @Nullable String staging;
    private final @Nullable String production;

    Key(String dotted, String meaning) {
        this(dotted, meaning, null);
    }

    Key(String dotted, String meaning, @Nullable String everywhere) {
        this(dotted, meaning, everywhere, everywhere, everywhere);
    }

    Key(String dotted, String meaning, @Nullable String development, @Nullable String staging,
            @Nullable String production) {
        this.dotted = dotted;
        this.meaning = meaning;
        this.development = development;
        this.staging = staging;
        this.production = production;
    }

    /** Returns the name in files and flags, such as {@code db.url}. */
    public String dotted() {
        return dotted;
    }

    /** Returns the environment variable, such as {@code MSWADA_DB_URL}. */
    public String variable() {
        return "MSWADA_" + dotted.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns what it means. */
    public String meaning() {
        return meaning;
    }

    /** Returns what its value is a number or a list of, or what kind of text it is. */
    public String unit() {
        return switch (this) {
            case DRAIN_DELAY, DRAIN_TIMEOUT, DB_POOL_ACQUIRE_TIMEOUT, DB_POOL_IDLE_TIMEOUT, DB_CONNECT_TIMEOUT,
                    DB_TLS_TIMEOUT, DB_SOCKET_TIMEOUT, DB_STATEMENT_TIMEOUT, DB_SLOW_LIMIT ->
                "time";
            case DB_POOL_MINIMUM_IDLE, DB_POOL_MAXIMUM_SIZE -> "connections";
            case DB_MAXIMUM_WAITING -> "units of work";
            case HTTP_PORT, ADMIN_PORT -> "port";
            case DB_URL -> "URL";
            case DB_READ_URLS -> "URLs";
            case DATA_DIR, DB_TLS_AUTHORITY, DB_TLS_CERTIFICATE, DB_TLS_KEY -> "path";
            default -> "text";
        };
    }

    /** Returns whether its value must never be shown. */
    public boolean isSecret() {
        return dotted.endsWith("password");
    }

    /** Returns whether it holds URLs, which may have passwords in them though they must not. */
    boolean isUrl() {
        return this == DB_URL || this == DB_READ_URLS;
    }

    /** Returns whether it differs from one environment to the other. */
    boolean isByProfile() {
        return !Objects.equals(development, production);
    }

    /** Returns the value where nobody says anything, or null for none. */
    @Nullable
    String fallback(Environment environment) {
        return switch (environment) {
            case DEVELOPMENT -> development;
            case STAGING -> staging;
            case PRODUCTION -> production;
        };
    }

    /** Returns the values where nobody says anything, in words. */
    public String defaults() {
        if (isByProfile()) {
            return Arrays.stream(Environment.values())
                    .map(environment -> environment.label() + " " + fallback(environment))
                    .collect(Collectors.joining(", "));
        }
        String same = fallback(Environment.DEVELOPMENT);
        return same == null ? "none" : same;
    }

    /** Returns the name that somebody most likely meant who wrote this, or empty. */
    public static Optional<String> nearest(String name) {
        boolean variable = name.startsWith("MSWADA_");
        return NearestName.to(name,
                Arrays.stream(values()).map(variable ? Key::variable : Key::dotted).toList());
    }

    /** Finds a key by either of its names. */
    public static Optional<Key> named(String name) {
        return Arrays.stream(values()).filter(key -> key.dotted.equals(name) || key.variable().equals(name))
                .findFirst();
    }
}
