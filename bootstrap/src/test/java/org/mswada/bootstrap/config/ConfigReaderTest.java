package org.mswada.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.DatabaseConfig;

final class ConfigReaderTest {
    @Test
    void without_any_variable_it_is_development_with_an_embedded_database() throws InvalidConfig {
        ServerConfig config = ConfigReader.read(Map.of("PATH", "/bin"));

        assertThat(config.environment()).isEqualTo(Environment.DEVELOPMENT);
        assertThat(config.httpPort()).isEqualTo(8080);
        assertThat(config.adminPort()).isEqualTo(8081);
        assertThat(config.configuredDatabase()).isEmpty();
        assertThat(config.dataDirectory()).hasToString(".mswada");
    }

    @Test
    void every_problem_is_told_at_once() {
        assertThatExceptionOfType(InvalidConfig.class).isThrownBy(() -> ConfigReader.read(Map.of(
                "MSWADA_ENV", "prod", "MSWADA_HTTP_PORT", "http", "MSWADA_ADMIN_PORT", "70000",
                "MSWADA_DB_URL", "mysql://x", "MSWADA_DB_URI", "x")))
                .withMessageContainingAll("5 problems", "MSWADA_ENV is 'prod'", "production",
                        "MSWADA_HTTP_PORT is 'http'",
                        "MSWADA_ADMIN_PORT is '70000'", "MSWADA_DB_URL cannot be used",
                        "MSWADA_DB_URI is not a setting");
    }

    @Test
    void production_needs_a_database_of_its_own() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> ConfigReader.read(Map.of("MSWADA_ENV", "production")))
                .withMessageContaining("MSWADA_DB_URL is not set");
    }

    @Test
    void equal_ports_are_refused() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> ConfigReader.read(Map.of("MSWADA_HTTP_PORT", "8081")))
                .withMessageContaining("different ports");
    }

    @Test
    void a_connection_uri_brings_its_credentials() throws InvalidConfig {
        DatabaseConfig database = ConfigReader.read(Map.of("MSWADA_DB_URL",
                "postgresql://the%40user:s%2Bc+ret@db.example:5433/bills?sslmode=require")).configuredDatabase()
                .orElseThrow();

        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example:5433/bills?sslmode=require");
        assertThat(database.user()).isEqualTo("the@user");
        assertThat(database.password()).isEqualTo("s+c+ret");
    }

    @Test
    void variables_go_before_the_credentials_in_the_uri() throws InvalidConfig {
        DatabaseConfig database = ConfigReader.read(Map.of("MSWADA_DB_URL", "postgresql://a:b@h/d",
                "MSWADA_DB_USER", "user", "MSWADA_DB_PASSWORD", "password")).configuredDatabase().orElseThrow();

        assertThat(database.user()).isEqualTo("user");
        assertThat(database.password()).isEqualTo("password");
    }

    @Test
    void missing_credentials_are_asked_for() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> ConfigReader.read(Map.of("MSWADA_DB_URL", "jdbc:postgresql://h/d")))
                .withMessageContainingAll("MSWADA_DB_USER is not set", "MSWADA_DB_PASSWORD is not set");
    }

    @Test
    void a_password_is_never_printed() throws InvalidConfig {
        assertThat(ConfigReader.read(Map.of("MSWADA_DB_URL", "postgresql://user:hunter2@h/d")))
                .asString().doesNotContain("hunter2");
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> ConfigReader.read(Map.of("MSWADA_DB_URL", "postgresql://user:hunter2 @h/d")))
                .satisfies(refused -> assertThat(refused).message().doesNotContain("hunter2"));
    }

    @Test
    void credentials_without_a_database_are_told_rather_than_ignored() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> ConfigReader.read(Map.of("MSWADA_DB_USER", "user")))
                .withMessageContaining("MSWADA_DB_USER is set, but MSWADA_DB_URL is not");
    }

    @Test
    void a_url_with_a_password_or_several_hosts_is_refused_without_showing_it() {
        for (String url : new String[]{"jdbc:postgresql://h/d?password=hunter2", "jdbc:postgresql://a,b/d"}) {
            assertThatExceptionOfType(InvalidConfig.class)
                    .isThrownBy(() -> ConfigReader.read(Map.of("MSWADA_DB_URL", url, "MSWADA_DB_USER", "u",
                            "MSWADA_DB_PASSWORD", "p")))
                    .withMessageContaining("MSWADA_DB_URL cannot be used").withMessageNotContaining("hunter2");
        }
    }

    @Test
    void variables_that_others_set_do_no_harm() throws InvalidConfig {
        assertThat(ConfigReader.read(Map.of("MSWADA_SERVICE_HOST", "10.0.0.1", "MSWADA_PORT", "tcp://10.0.0.1:80",
                "MSWADA_PORT_80_TCP_ADDR", "10.0.0.1", "MSWADA_TEST_DATABASE_URL", "x", "MSWADA_JAVA_OPTIONS", "x")))
                .isNotNull();
    }

    @Test
    void development_listens_on_loopback_and_production_on_every_interface() throws InvalidConfig {
        assertThat(ConfigReader.read(Map.of()).host()).isEqualTo("127.0.0.1");
        assertThat(
                ConfigReader.read(Map.of("MSWADA_ENV", "production", "MSWADA_DB_URL", "postgresql://a:b@h/d")).host())
                .isEqualTo("0.0.0.0");
        assertThat(ConfigReader.read(Map.of("MSWADA_HTTP_HOST", "::1")).host()).isEqualTo("::1");
    }
}
