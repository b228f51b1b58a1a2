package org.mswada.bootstrap.config;

import java.nio.file.Path;

/** Makes the configuration of the settings, and gathers every problem before it gives up. */
public final class ConfigReader {
    private final Settings settings;
    private final Values values;

    private ConfigReader(Settings settings) {
        this.settings = settings;
        this.values = new Values(settings);
    }

    /**
     * Reads the configuration.
     *
     * @throws InvalidConfig if anything in it cannot be used
     */
    public static ServerConfig read(ConfigSources sources) throws InvalidConfig {
        return new ConfigReader(Settings.read(sources)).read();
    }

    private ServerConfig read() throws InvalidConfig {
        Environment environment = Environment.labelled(values.text(Key.ENV)).orElse(Environment.DEVELOPMENT);
        int httpPort = values.port(Key.HTTP_PORT);
        int adminPort = values.port(Key.ADMIN_PORT);
        if (httpPort == adminPort && httpPort != 0) {
            settings.refuse(settings.get(Key.ADMIN_PORT), "http.port is the same: give them different ports");
        }
        ServerConfig config = new ServerConfig(environment, values.text(Key.HTTP_HOST), httpPort, adminPort,
                values.duration(Key.DRAIN_DELAY), values.duration(Key.DRAIN_TIMEOUT),
                new DatabaseReader(settings, values, environment).read(),
                new AuthReader(settings, values, environment).read(), Path.of(values.text(Key.DATA_DIR)));
        if (!settings.problems().isEmpty()) {
            throw new InvalidConfig(settings.problems());
        }
        return config;
    }
}
