package org.mswada.bootstrap.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration is read from; what comes later goes before what comes earlier.
 *
 * @param file a properties file, or null for none
 * @param variables the environment's
 * @param flags of the command line, each like {@code db.url=jdbc:postgresql://localhost/mswada}
 */
public record ConfigSources(@Nullable Path file, Map<String, String> variables, List<String> flags) {
    /** Copies what it is given. */
    public ConfigSources {
        variables = Map.copyOf(variables);
        flags = List.copyOf(flags);
    }

    /** The environment only. */
    public static ConfigSources of(Map<String, String> variables) {
        return new ConfigSources(null, variables, List.of());
    }

    @Override
    public String toString() {
        return "ConfigSources[file=" + file + ", variables=" + variables.size() + ", flags=" + flags.size() + "]";
    }
}
