package org.mswada.support.testdatabase;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where tests get PostgreSQL from. Each setting is a system property, such as {@code mswada.test.database.url}, or else
 * the environment variable of that name in capitals, such as {@code MSWADA_TEST_DATABASE_URL}.
 */
final class TestDatabaseSettings {
    static final String SOURCE = "mswada.test.database";
    static final String URL = SOURCE + ".url";
    static final String USER = SOURCE + ".user";
    static final String PASSWORD = SOURCE + ".password";
    static final String IMAGE = SOURCE + ".image";
    private static final String DEFAULT_IMAGE = "postgres:18-alpine";

    private final Function<String, @Nullable String> properties;
    private final Function<String, @Nullable String> environment;

    TestDatabaseSettings(Function<String, @Nullable String> properties,
            Function<String, @Nullable String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** What the settings ask for. */
    sealed interface Choice {
        /** A server that runs already. */
        record External(DatabaseAddress maintenance) implements Choice {}

        /** A container of this image. */
        record Container(String image) implements Choice {}

        /** The embedded server. */
        record Embedded() implements Choice {}
    }

    /** Reads the settings; refuses what cannot be meant. */
    Choice choice() {
        Optional<String> url = find(URL);
        String source = find(SOURCE).orElse(url.isPresent() ? "external" : "embedded");
        return switch (source) {
            case "embedded" -> new Choice.Embedded();
            case "testcontainers" -> new Choice.Container(find(IMAGE).orElse(DEFAULT_IMAGE));
            case "external" -> new Choice.External(new DatabaseAddress(require(URL), require(USER),
                    find(PASSWORD).orElse("")));
            default -> throw new IllegalArgumentException("'" + source + "' is no source of test databases. Set "
                    + SOURCE + " to embedded, testcontainers or external, or leave it out.");
        };
    }

    private String require(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("An external test database was asked for, but"
                + " " + name + " is not set. Set it as a system property or as " + variable(name) + "."));
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(properties.apply(name)).or(() -> Optional.ofNullable(
                environment.apply(variable(name)))).filter(value -> !value.isBlank());
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
