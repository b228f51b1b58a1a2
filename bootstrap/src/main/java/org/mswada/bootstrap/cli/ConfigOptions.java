package org.mswada.bootstrap.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.InvalidConfig;
import org.mswada.bootstrap.config.ServerConfig;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options by which every command can be configured, before or after its name. */
final class ConfigOptions {
    private final Map<String, String> variables;

    @Option(names = "--config", scope = ScopeType.INHERIT, paramLabel = "FILE", description = "A properties file of settings, such as db.url=... "
            + "Environment variables go before it.")
    private @Nullable Path file;

    @Option(names = "--set", scope = ScopeType.INHERIT, paramLabel = "KEY=VALUE", description = "One setting, such as http.port=9090; goes before all "
            + "others. Anybody on this machine can read the command line: set no password by it.")
    private List<String> flags = new ArrayList<>();

    ConfigOptions(Map<String, String> variables) {
        this.variables = variables;
    }

    ConfigSources sources() {
        return new ConfigSources(file, variables, flags);
    }

    ServerConfig read() throws InvalidConfig {
        return ConfigReader.read(sources());
    }
}
