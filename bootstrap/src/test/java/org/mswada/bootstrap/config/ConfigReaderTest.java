package org.mswada.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
import org.mswada.db.connection.Pools;
import org.mswada.db.connection.TlsConfig;
import org.mswada.http.auth.OidcConfig;

final class ConfigReaderTest {
    private static ServerConfig read(Map<String, String> variables) throws InvalidConfig {
        return ConfigReader.read(ConfigSources.of(variables));
    }

    @Test
    void without_any_variable_it_is_development_with_an_embedded_database() throws InvalidConfig {
        ServerConfig config = read(Map.of("PATH", "/bin"));

        assertThat(config.environment()).isEqualTo(Environment.DEVELOPMENT);
        assertThat(config.httpPort()).isEqualTo(8080);
        assertThat(config.adminPort()).isEqualTo(8081);
        assertThat(config.database().configured()).isEmpty();
        assertThat(config.dataDirectory()).hasToString(".mswada");
    }

    @Test
    void every_problem_is_told_at_once_with_its_key_origin_and_what_to_do() {
        assertThatExceptionOfType(InvalidConfig.class).isThrownBy(() -> read(Map.of(
                "MSWADA_ENV", "prod", "MSWADA_HTTP_PORT", "http", "MSWADA_ADMIN_PORT", "70000",
                "MSWADA_DB_URL", "mysql://x", "MSWADA_DB_URI", "x", "MSWADA_DRAIN_TIMEOUT", "soon",
                "MSWADA_DB_TLS_MODE", "maybe", "MSWADA_DB_POOL_MAXIMUM_SIZE", "1")))
                .withMessageContainingAll("8 problems",
                        "env (environment variable MSWADA_ENV) is 'prod': use one of development, staging, production",
                        "http.port (environment variable MSWADA_HTTP_PORT) is 'http': use a number",
                        "admin.port (environment variable MSWADA_ADMIN_PORT) is '70000'",
                        "db.url (environment variable MSWADA_DB_URL) cannot be used: it is no PostgreSQL URL",
                        "MSWADA_DB_URI (environment variable MSWADA_DB_URI) is not a setting: "
                                + "did you mean MSWADA_DB_URL?",
                        "drain.timeout", "such as 250ms", "db.tls.mode", "verify-full",
                        "db.pool.maximum-size", "a pool of 2 to 1 connections is not possible");
    }

    @Test
    void production_needs_a_database_of_its_own() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(Map.of("MSWADA_ENV", "production")))
                .withMessageContaining("db.url (default) is not set").withMessageContaining("set MSWADA_DB_URL");
    }

    @Test
    void equal_ports_are_refused() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(Map.of("MSWADA_HTTP_PORT", "8081")))
                .withMessageContaining("different ports");
    }

    @Test
    void a_connection_uri_brings_its_credentials() throws InvalidConfig {
        DatabaseConfig database = read(Map.of("MSWADA_DB_URL",
                "postgresql://the%40user:s%2Bc+ret@db.example:5433/bills?options=x")).database().configured()
                .orElseThrow();

        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example:5433/bills?options=x");
        assertThat(database.user()).isEqualTo("the@user");
        assertThat(database.password()).isEqualTo("s+c+ret");
    }

    @Test
    void tls_has_settings_of_its_own_and_none_in_the_url() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(Map.of("MSWADA_DB_URL", "postgresql://a:b@h/d?sslmode=require")))
                .withMessageContainingAll("it says sslmode", "MSWADA_DB_TLS_MODE");
    }

    @Test
    void each_environment_has_its_pool_and_its_tls() throws InvalidConfig {
        assertThat(database("development").pools()).isEqualTo(new Pools(PoolConfig.of(1, 6), PoolConfig.of(1, 4)));
        assertThat(database("development").tls().mode()).isEqualTo(TlsConfig.Mode.DISABLE);
        assertThat(database("staging").pools()).isEqualTo(new Pools(PoolConfig.of(2, 9), PoolConfig.of(1, 6)));
        assertThat(database("staging").tls().mode()).isEqualTo(TlsConfig.Mode.PREFER);
        assertThat(database("production").pools())
                .isEqualTo(new Pools(PoolConfig.of(3, 30), PoolConfig.of(2, 20)));
        assertThat(database("production").tls().mode()).isEqualTo(TlsConfig.Mode.VERIFY_FULL);
    }

    private static DatabaseConfig database(String environment) throws InvalidConfig {
        return read(Map.of("MSWADA_ENV", environment, "MSWADA_DB_URL", "postgresql://a:b@h/d")).database()
                .configured().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "prefer", "require", "verify-ca"})
    void production_takes_no_weaker_tls(String mode) {
        assertThatExceptionOfType(InvalidConfig.class).isThrownBy(() -> read(Map.of("MSWADA_ENV", "production",
                "MSWADA_DB_URL", "postgresql://a:b@h/d", "MSWADA_DB_TLS_MODE", mode)))
                .withMessageContaining("is '" + mode + "': production needs verify-full");
    }

    @Test
    void a_role_of_its_own_may_migrate() throws InvalidConfig {
        DatabaseSettings settings = read(Map.of("MSWADA_DB_URL", "postgresql://app:b@h/d", "MSWADA_DB_MIGRATE_USER",
                "owner", "MSWADA_DB_MIGRATE_PASSWORD", "p")).database();

        assertThat(settings.migrating().orElseThrow().user()).isEqualTo("owner");
        assertThat(settings.configured().orElseThrow().user()).isEqualTo("app");
        assertThat(read(Map.of("MSWADA_DB_URL", "postgresql://app:b@h/d")).database().migrating().orElseThrow().user())
                .isEqualTo("app");
    }

    @Test
    void variables_go_before_the_credentials_in_the_uri() throws InvalidConfig {
        DatabaseConfig database = read(Map.of("MSWADA_DB_URL", "postgresql://a:b@h/d",
                "MSWADA_DB_USER", "user", "MSWADA_DB_PASSWORD", "password")).database().configured().orElseThrow();

        assertThat(database.user()).isEqualTo("user");
        assertThat(database.password()).isEqualTo("password");
    }

    @Test
    void missing_credentials_are_asked_for() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(Map.of("MSWADA_DB_URL", "jdbc:postgresql://h/d")))
                .withMessageContainingAll("set MSWADA_DB_USER", "set MSWADA_DB_PASSWORD");
    }

    @Test
    void a_password_is_never_printed() throws InvalidConfig {
        assertThat(read(Map.of("MSWADA_DB_URL", "postgresql://user:hunter2@h/d")))
                .asString().doesNotContain("hunter2");
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(Map.of("MSWADA_DB_URL", "postgresql://user:hunter2 @h/d")))
                .satisfies(refused -> assertThat(refused).message().doesNotContain("hunter2"));
    }

    @Test
    void credentials_without_a_database_are_told_rather_than_ignored() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(Map.of("MSWADA_DB_USER", "user")))
                .withMessageContainingAll("db.user", "db.url is not set: set both, or neither");
    }

    @Test
    void a_url_with_a_password_or_several_hosts_is_refused_without_showing_it() {
        for (String url : new String[]{"jdbc:postgresql://h/d?password=hunter2", "jdbc:postgresql://a,b/d"}) {
            assertThatExceptionOfType(InvalidConfig.class)
                    .isThrownBy(() -> read(Map.of("MSWADA_DB_URL", url, "MSWADA_DB_USER", "u",
                            "MSWADA_DB_PASSWORD", "p")))
                    .withMessageContaining("db.url").withMessageNotContaining("hunter2");
        }
    }

    @Test
    void replicas_are_read_like_the_primary() throws InvalidConfig {
        DatabaseConfig database = read(Map.of("MSWADA_DB_URL", "postgresql://a:b@h/d", "MSWADA_DB_READ_URLS",
                "jdbc:postgresql://r1:5433/d, postgresql://r2/d")).database().configured().orElseThrow();

        assertThat(database.readUrls()).containsExactly("jdbc:postgresql://r1:5433/d", "jdbc:postgresql://r2/d");
        assertThat(database.serverNames()).containsExactly("primary", "replica-1", "replica-2");
        assertThat(database.server(2).url()).isEqualTo("jdbc:postgresql://r2/d");
        assertThat(database.server(2).readUrls()).isEmpty();
    }

    @Test
    void each_replica_that_cannot_be_used_is_told_of_and_none_of_its_passwords() {
        assertThatExceptionOfType(InvalidConfig.class).isThrownBy(() -> read(Map.of("MSWADA_DB_URL",
                "postgresql://a:b@h/d", "MSWADA_DB_READ_URLS",
                "postgresql://u:hunter2@r1/d,mysql://r2/d,jdbc:postgresql://r3/d?ssl=true,jdbc:postgresql://h/d")))
                .withMessageContainingAll("db.read.urls (environment variable MSWADA_DB_READ_URLS)",
                        "replica 1: it holds a role", "replica 2: it is no PostgreSQL URL", "replica 3: it says ssl",
                        "it names the server of db.url too")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void more_replicas_than_can_be_told_apart_are_refused() {
        String replicas = IntStream.rangeClosed(1, DatabaseConfig.MOST_REPLICAS + 1)
                .mapToObj(number -> "postgresql://r" + number + "/d").collect(Collectors.joining(","));

        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(
                        Map.of("MSWADA_DB_URL", "postgresql://a:b@h/d", "MSWADA_DB_READ_URLS", replicas)))
                .withMessageContainingAll("db.read.urls", "64 replicas", "name 63 at most");
    }

    @Test
    void replicas_without_a_primary_and_a_pool_that_cannot_be_shared_are_refused() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(Map.of("MSWADA_DB_READ_URLS", "postgresql://r/d",
                        "MSWADA_DB_POOL_MINIMUM_IDLE", "0", "MSWADA_DB_POOL_MAXIMUM_SIZE", "1")))
                .withMessageContainingAll("db.read.urls", "db.url is not set", "db.pool.maximum-size",
                        "one to read and one to write");
    }

    @Test
    void variables_that_others_set_do_no_harm() throws InvalidConfig {
        assertThat(read(Map.of("MSWADA_SERVICE_HOST", "10.0.0.1", "MSWADA_PORT", "tcp://10.0.0.1:80",
                "MSWADA_PORT_80_TCP_ADDR", "10.0.0.1", "MSWADA_TEST_DATABASE_URL", "x", "MSWADA_JAVA_OPTIONS", "x")))
                .isNotNull();
    }

    @Test
    void development_listens_on_loopback_and_production_on_every_interface() throws InvalidConfig {
        assertThat(read(Map.of()).host()).isEqualTo("127.0.0.1");
        assertThat(
                read(Map.of("MSWADA_ENV", "production", "MSWADA_DB_URL", "postgresql://a:b@h/d")).host())
                .isEqualTo("0.0.0.0");
        assertThat(read(Map.of("MSWADA_HTTP_HOST", "::1")).host()).isEqualTo("::1");
    }

    @Test
    void without_an_issuer_nobody_signs_in_and_with_one_it_is_complete() throws InvalidConfig {
        assertThat(read(Map.of()).auth().configured()).isEmpty();
        assertThat(read(Map.of("MSWADA_AUTH_ISSUER", "https://login.example/realms/a", "MSWADA_AUTH_JWKS_URL",
                "https://login.example/keys")).auth().configured()).contains(new OidcConfig(
                        "https://login.example/realms/a", "mswada", URI.create("https://login.example/keys")));
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(Map.of("MSWADA_AUTH_ISSUER", "https://login.example")))
                .withMessageContainingAll("auth.jwks-url (default) is not set", "set MSWADA_AUTH_JWKS_URL");
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(Map.of("MSWADA_AUTH_JWKS_URL", "https://login.example/keys")))
                .withMessageContaining("set MSWADA_AUTH_ISSUER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys", "ftp://login.example/keys", "https://ann:hunter2@login.example/keys",
            "https:///keys",
            "https://login.example/k eys"})
    void keys_are_at_a_url_without_credentials(String url) {
        assertThatExceptionOfType(InvalidConfig.class).isThrownBy(() -> read(Map.of("MSWADA_AUTH_ISSUER", "https://i",
                "MSWADA_AUTH_JWKS_URL", url, "MSWADA_AUTH_AUDIENCE", " ")))
                .withMessageContainingAll("auth.jwks-url", "use an https:// URL without credentials", "auth.audience",
                        "must not be blank")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void outside_development_keys_come_over_tls() throws InvalidConfig {
        Map<String, String> plain = Map.of("MSWADA_AUTH_ISSUER", "https://i", "MSWADA_AUTH_JWKS_URL",
                "http://login.example/keys");
        assertThat(read(plain).auth().configured()).isPresent();
        Map<String, String> production = new HashMap<>(plain);
        production.putAll(Map.of("MSWADA_ENV", "production", "MSWADA_DB_URL", "postgresql://a:b@h/d"));
        assertThatExceptionOfType(InvalidConfig.class).isThrownBy(() -> read(production))
                .withMessageContaining("production needs https://");
    }
}
