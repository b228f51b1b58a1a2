package org.mswada.bootstrap.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All settings, from all places where they may be given: defaults, profile, file, environment, flags. */
public final class Settings {
    private static final String PREFIX = "MSWADA_";

    /** Read by the launcher and by tests, or set by Kubernetes for a service that is called mswada. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "MSWADA_(JAVA_OPTIONS|JDK_FOLDERS|REAL_DATA|TEST_.*|SERVICE_HOST|SERVICE_PORT.*|PORT|PORT_[0-9]+_.*)");

    private final Map<Key, Setting> values = new EnumMap<>(Key.class);
    private final List<Problem> problems = new ArrayList<>();

    private Settings() {}

    /** Reads all places; what cannot be used is kept as a problem. */
    public static Settings read(ConfigSources sources) {
        Settings settings = new Settings();
        settings.file(sources.file());
        settings.variables(sources.variables());
        settings.flags(sources.flags());
        settings.fallbacks();
        return settings;
    }

    private void file(@Nullable Path file) {
        if (file == null) {
            return;
        }
        Origin origin = Origin.file(file.toString());
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            problems.add(new Problem("--config", origin, "does not exist: check the name, or leave --config out"));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(new Problem("--config", origin, "cannot be read as a properties file: " + e.getMessage()));
        }
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            set(name, properties.getProperty(name).strip(), origin);
        }
    }

    private void variables(Map<String, String> variables) {
        for (String name : new TreeSet<>(variables.keySet())) {
            if (name.startsWith(PREFIX) && !OF_OTHERS.matcher(name).matches()) {
                set(name, Objects.requireNonNull(variables.get(name)), Origin.variable(name));
            }
        }
    }

    private void flags(List<String> flags) {
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            if (equals < 1) {
                problems.add(new Problem("--set", Origin.flag(), "needs KEY=VALUE, such as http.port=9090"));
            } else {
                set(flag.substring(0, equals), flag.substring(equals + 1), Origin.flag());
            }
        }
    }

    private void set(String name, String value, Origin origin) {
        boolean variable = name.startsWith(PREFIX);
        Optional<Key> key = Key.named(name).filter(found -> variable == origin.words().startsWith("environment"));
        if (key.isPresent()) {
            values.put(key.get(), new Setting(key.get(), value, origin));
            return;
        }
        problems.add(new Problem(name, origin, "is not a setting: " + Key.nearest(name)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("unset it, or look for the right one with 'mswada config'")));
    }

    private void fallbacks() {
        Environment environment = environment();
        for (Key key : Key.values()) {
            values.putIfAbsent(key, new Setting(key, key.fallback(environment),
                    key.isByProfile() ? Origin.profile(environment) : Origin.DEFAULT));
        }
    }

    private Environment environment() {
        Setting given = values.get(Key.ENV);
        if (given == null || given.value() == null) {
            return Environment.DEVELOPMENT;
        }
        return Environment.labelled(given.value()).orElseGet(() -> {
            refuse(given, "use one of " + Environment.labels());
            return Environment.DEVELOPMENT;
        });
    }

    /** Notes that a value cannot be used; {@code action} says what can. */
    void refuse(Setting setting, String action) {
        String shown = setting.key().isSecret() || setting.key().isUrl() || setting.key() == Key.AUTH_JWKS_URL
                ? "cannot be used"
                : "is '"
                        + setting.value() + "'";
        problems.add(new Problem(setting.key().dotted(), setting.origin(), shown + ": " + action));
    }

    /** Notes that a value is needed. */
    void miss(Key key, String why) {
        problems.add(new Problem(key.dotted(), get(key).origin(), "is not set: " + why + "; set " + key.variable()));
    }

    /** Returns one of them. */
    public Setting get(Key key) {
        return Objects.requireNonNull(values.get(key), "every key has a setting");
    }

    /** Returns all of them, in the order of the keys. */
    public List<Setting> all() {
        return Arrays.stream(Key.values()).map(this::get).toList();
    }

    /** Returns what is wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
