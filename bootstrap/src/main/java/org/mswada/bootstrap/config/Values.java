package org.mswada.bootstrap.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads settings as what they are; one that cannot be is noted as a problem, and a harmless value stands in for it. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m)");
    private static final int HIGHEST_PORT = 65_535;
    private static final int HIGHEST_NUMBER = 1_000_000;

    private final Settings settings;

    Values(Settings settings) {
        this.settings = settings;
    }

    int port(Key key) {
        return number(key, HIGHEST_PORT, "use a number from 0 (any free port) to " + HIGHEST_PORT);
    }

    int count(Key key) {
        return number(key, HIGHEST_NUMBER, "use a whole number, at most " + HIGHEST_NUMBER);
    }

    private int number(Key key, int highest, String action) {
        Setting setting = settings.get(key);
        try {
            int number = Integer.parseInt(text(key));
            if (number >= 0 && number <= highest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, as a number out of range is.
        }
        settings.refuse(setting, action);
        return 0;
    }

    Duration duration(Key key) {
        Matcher matcher = DURATION.matcher(text(key));
        if (!matcher.matches()) {
            settings.refuse(settings.get(key), "use a number with its unit, such as 250ms, 10s or 2m");
            return Duration.ofMinutes(1);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    /** A file that can be read, or null for none. */
    @Nullable
    Path file(Key key) {
        String value = settings.get(key).value();
        if (value == null || value.isEmpty()) {
            return null;
        }
        Path file = Path.of(value);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            settings.refuse(settings.get(key), "there is no such file that can be read; check its name and rights");
        }
        return file;
    }

    String text(Key key) {
        String value = settings.get(key).value();
        return value == null ? "" : value;
    }
}
