package org.mswada.support.testdatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mswada.support.testdatabase.TestDatabaseSettings.Choice;

final class TestDatabaseSettingsTest {
    private static final String URL = "jdbc:postgresql://db.example:5432/postgres";

    @Test
    void without_settings_the_server_is_embedded() {
        assertThat(choice(Map.of(), Map.of())).isEqualTo(new Choice.Embedded());
    }

    @Test
    void a_url_asks_for_that_server_by_property_or_by_environment() {
        Choice expected = new Choice.External(new DatabaseAddress(URL, "tester", "secret"));
        assertThat(choice(Map.of("mswada.test.database.url", URL, "mswada.test.database.user", "tester",
                "mswada.test.database.password", "secret"), Map.of())).isEqualTo(expected);
        assertThat(choice(Map.of(), Map.of("MSWADA_TEST_DATABASE_URL", URL, "MSWADA_TEST_DATABASE_USER", "tester",
                "MSWADA_TEST_DATABASE_PASSWORD", "secret"))).isEqualTo(expected);
    }

    @Test
    void a_property_wins_over_the_environment() {
        assertThat(choice(Map.of("mswada.test.database", "embedded"), Map.of("MSWADA_TEST_DATABASE_URL", URL)))
                .isEqualTo(new Choice.Embedded());
    }

    @Test
    void a_container_comes_with_an_image_that_can_be_changed() {
        assertThat(choice(Map.of("mswada.test.database", "testcontainers"), Map.of()))
                .isEqualTo(new Choice.Container("postgres:18-alpine"));
        assertThat(choice(Map.of("mswada.test.database", "testcontainers", "mswada.test.database.image",
                "mirror.example/postgres:18.6"), Map.of()))
                .isEqualTo(new Choice.Container("mirror.example/postgres:18.6"));
    }

    @Test
    void a_setting_that_cannot_be_meant_is_refused_with_what_to_set() {
        assertThatThrownBy(() -> choice(Map.of("mswada.test.database", "docker"), Map.of()))
                .hasMessageContaining("'docker'").hasMessageContaining("embedded, testcontainers or external");
        assertThatThrownBy(() -> choice(Map.of("mswada.test.database.url", URL), Map.of()))
                .hasMessageContaining("mswada.test.database.user is not set")
                .hasMessageContaining("MSWADA_TEST_DATABASE_USER");
        assertThatThrownBy(() -> choice(Map.of("mswada.test.database.url", "jdbc:postgresql:postgres",
                "mswada.test.database.user", "tester"), Map.of()))
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:5432/postgres");
    }

    @Test
    void an_address_keeps_its_parameters_with_another_database_and_hides_its_password() {
        DatabaseAddress address = new DatabaseAddress(URL + "?sslmode=require", "tester", "secret");
        assertThat(address.withDatabase("mswada_test_1").jdbcUrl())
                .isEqualTo("jdbc:postgresql://db.example:5432/mswada_test_1?sslmode=require");
        assertThat(address.toString()).doesNotContain("secret");
    }

    private static Choice choice(Map<String, String> properties, Map<String, String> environment) {
        return new TestDatabaseSettings(properties::get, environment::get).choice();
    }
}
