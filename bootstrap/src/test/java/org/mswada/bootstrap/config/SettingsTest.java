package org.mswada.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where values come from and which goes before which. */
final class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void a_flag_goes_before_a_variable_before_the_file_before_the_profile_before_the_default() throws IOException {
        Path file = Files.writeString(folder.resolve("mswada.properties"), """
                env=staging
                http.port=1
                http.host=file
                admin.port=1
                """);
        Settings settings = Settings.read(new ConfigSources(file,
                Map.of("MSWADA_HTTP_PORT", "2", "MSWADA_ADMIN_PORT", "2"), List.of("admin.port=3")));

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.get(Key.ADMIN_PORT)).hasToString("admin.port=3 (flag --set)");
        assertThat(settings.get(Key.HTTP_PORT))
                .hasToString("http.port=2 (environment variable MSWADA_HTTP_PORT)");
        assertThat(settings.get(Key.HTTP_HOST)).hasToString("http.host=file (file " + file + ")");
        assertThat(settings.get(Key.DB_POOL_MAXIMUM_SIZE)).hasToString("db.pool.maximum-size=15 (profile staging)");
        assertThat(settings.get(Key.DB_CONNECT_TIMEOUT)).hasToString("db.connect-timeout=5s (default)");
    }

    @Test
    void a_mistyped_key_names_the_nearest_one_in_the_spelling_of_its_place() throws IOException {
        Path file = Files.writeString(folder.resolve("mswada.properties"), "db.ulr=x\nhtpp.port=1\nnothing.like=1\n");
        List<String> problems = Settings
                .read(new ConfigSources(file, Map.of("MSWADA_DB_USR", "x"), List.of("db.usr=x")))
                .problems().stream().map(Problem::toString).toList();

        assertThat(problems).hasSize(5)
                .anySatisfy(problem -> assertThat(problem).contains("db.ulr (file", "did you mean db.url?"))
                .anySatisfy(problem -> assertThat(problem).contains("htpp.port", "did you mean http.port?"))
                .anySatisfy(problem -> assertThat(problem).contains("nothing.like", "'mswada config'"))
                .anySatisfy(problem -> assertThat(problem).contains("MSWADA_DB_USR", "did you mean MSWADA_DB_USER?"))
                .anySatisfy(problem -> assertThat(problem).contains("db.usr (flag", "did you mean db.user?"));
    }

    @Test
    void a_file_that_is_not_there_and_a_flag_without_a_value_are_told() {
        Settings settings = Settings.read(new ConfigSources(folder.resolve("none"), Map.of(), List.of("http.port")));

        assertThat(settings.problems()).extracting(Problem::trouble)
                .anySatisfy(trouble -> assertThat(trouble).contains("does not exist"))
                .anySatisfy(trouble -> assertThat(trouble).contains("KEY=VALUE"));
    }

    @Test
    void no_password_is_shown_wherever_it_is_written() {
        Settings settings = Settings.read(ConfigSources.of(Map.of("MSWADA_DB_PASSWORD", "hunter2",
                "MSWADA_DB_MIGRATE_PASSWORD", "hunter2", "MSWADA_DB_URL", "postgresql://user:hunter2@host/db")));

        assertThat(settings.all()).noneSatisfy(setting -> assertThat(setting.toString()).contains("hunter2"));
        assertThat(settings.get(Key.DB_URL).shown()).isEqualTo("postgresql://***@host/db");
        assertThat(settings.get(Key.DB_PASSWORD).shown()).isEqualTo("***");
    }

    @Test
    void every_key_has_a_meaning_and_names_that_no_other_has() {
        assertThat(Arrays.stream(Key.values()).map(Key::variable)).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("MSWADA_[A-Z_]+"));
        assertThat(Key.values()).allSatisfy(key -> assertThat(key.meaning()).isNotBlank())
                .allSatisfy(key -> assertThat(Key.named(key.variable())).contains(key))
                .allSatisfy(key -> assertThat(Key.named(key.dotted())).contains(key));
    }
}
