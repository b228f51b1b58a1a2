package org.mswada.bootstrap.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
import org.mswada.db.connection.Pools;
import org.mswada.db.connection.TimeoutConfig;
import org.mswada.db.connection.TlsConfig;

/** Reads what is configured of the database. */
final class DatabaseReader {
    private static final Pattern TLS_IN_URL = Pattern.compile("[?&](ssl[a-z]*)=([^&]*)");

    private final Settings settings;
    private final Values values;
    private final Environment environment;

    DatabaseReader(Settings settings, Values values, Environment environment) {
        this.settings = settings;
        this.values = values;
        this.environment = environment;
    }

    DatabaseSettings read() {
        DatabaseSettings.@Nullable Login server = server();
        Pools pools = valid(Key.DB_POOL_MAXIMUM_SIZE, Pools.each(PoolConfig.of(0, 1)),
                () -> Pools.sharing(new PoolConfig(values.count(Key.DB_POOL_MINIMUM_IDLE),
                        values.count(Key.DB_POOL_MAXIMUM_SIZE), values.duration(Key.DB_POOL_ACQUIRE_TIMEOUT),
                        values.duration(Key.DB_POOL_IDLE_TIMEOUT))));
        TimeoutConfig timeouts = valid(Key.DB_SOCKET_TIMEOUT, TimeoutConfig.DEFAULT,
                () -> new TimeoutConfig(values.duration(Key.DB_CONNECT_TIMEOUT), values.duration(Key.DB_TLS_TIMEOUT),
                        values.duration(Key.DB_SOCKET_TIMEOUT), values.duration(Key.DB_STATEMENT_TIMEOUT)));
        TlsConfig.Mode mode = mode();
        TlsConfig tls = valid(Key.DB_TLS_MODE, TlsConfig.NONE,
                () -> new TlsConfig(mode, values.file(Key.DB_TLS_AUTHORITY), values.file(Key.DB_TLS_CERTIFICATE),
                        values.file(Key.DB_TLS_KEY), settings.get(Key.DB_TLS_KEY_PASSWORD).value()));
        Duration slowLimit = values.duration(Key.DB_SLOW_LIMIT);
        if (!slowLimit.isPositive()) {
            settings.refuse(settings.get(Key.DB_SLOW_LIMIT), "use a time above zero");
        }
        return new DatabaseSettings(server, replicas(server), migrator(server), pools, timeouts, tls, slowLimit,
                values.count(Key.DB_MAXIMUM_WAITING));
    }

    private DatabaseSettings.@Nullable Login server() {
        Setting url = settings.get(Key.DB_URL);
        if (url.value() == null) {
            refuseCredentialsAlone();
            if (environment != Environment.DEVELOPMENT) {
                settings.miss(Key.DB_URL, environment.label()
                        + " needs a database of yours; only development starts an embedded one");
            }
            return null;
        }
        try {
            DatabaseUrl parsed = DatabaseUrl.parse(url.value());
            refuseTls(url, "it says ", parsed);
            return new DatabaseSettings.Login(parsed.jdbcUrl(), credential(Key.DB_USER, parsed.user()),
                    credential(Key.DB_PASSWORD, parsed.password()));
        } catch (IllegalArgumentException e) {
            settings.refuse(url, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void refuseTls(Setting setting, String where, DatabaseUrl url) {
        Matcher tls = TLS_IN_URL.matcher(url.jdbcUrl());
        if (tls.find()) {
            settings.refuse(setting, where + tls.group(1) + "; take that out and set " + Key.DB_TLS_MODE.variable()
                    + " and its like instead");
        }
    }

    private List<String> replicas(DatabaseSettings.@Nullable Login server) {
        Setting setting = settings.get(Key.DB_READ_URLS);
        if (setting.value() == null) {
            return List.of();
        }
        List<String> urls = new ArrayList<>();
        String[] parts = setting.value().split(",", -1);
        for (int number = 1; number <= parts.length; number++) {
            replica(setting, number, parts[number - 1].strip()).ifPresent(urls::add);
        }
        if (server != null && urls.contains(server.url())) {
            settings.refuse(setting, "it names the server of " + Key.DB_URL.dotted() + " too; leave that one out");
        }
        if (Set.copyOf(urls).size() < urls.size()) {
            settings.refuse(setting, "it names one replica twice; name each once");
        }
        if (urls.size() > DatabaseConfig.MOST_REPLICAS) {
            settings.refuse(setting, "it names " + urls.size() + " replicas; name " + DatabaseConfig.MOST_REPLICAS
                    + " at most");
        }
        return urls;
    }

    private Optional<String> replica(Setting setting, int number, String url) {
        String which = "replica " + number + ": ";
        try {
            DatabaseUrl parsed = DatabaseUrl.parse(url);
            if (parsed.user() != null) {
                settings.refuse(setting, which + "it holds a role; take that out, for replicas are signed in to as "
                        + Key.DB_USER.dotted() + " says");
            }
            refuseTls(setting, which + "it says ", parsed);
            return Optional.of(parsed.jdbcUrl());
        } catch (IllegalArgumentException e) {
            settings.refuse(setting, which + e.getMessage());
            return Optional.empty();
        }
    }

    private void refuseCredentialsAlone() {
        for (Key key : new Key[]{Key.DB_READ_URLS, Key.DB_USER, Key.DB_PASSWORD, Key.DB_MIGRATE_USER,
                Key.DB_MIGRATE_PASSWORD}) {
            if (settings.get(key).value() != null) {
                settings.refuse(settings.get(key), Key.DB_URL.dotted() + " is not set: set both, or neither");
            }
        }
    }

    private String credential(Key key, @Nullable String fromUrl) {
        String value = Optional.ofNullable(settings.get(key).value()).or(() -> Optional.ofNullable(fromUrl)).orElse("");
        if (value.isEmpty()) {
            settings.miss(key, "the database in " + Key.DB_URL.dotted() + " needs it");
        }
        return value;
    }

    private DatabaseSettings.@Nullable Login migrator(DatabaseSettings.@Nullable Login server) {
        if (server == null) {
            return null;
        }
        String user = values.text(Key.DB_MIGRATE_USER);
        String password = values.text(Key.DB_MIGRATE_PASSWORD);
        if (user.isEmpty() != password.isEmpty()) {
            settings.miss(user.isEmpty() ? Key.DB_MIGRATE_USER : Key.DB_MIGRATE_PASSWORD,
                    "user and password of the role that migrates belong together");
        }
        return user.isEmpty() ? server : new DatabaseSettings.Login(server.url(), user, password);
    }

    private TlsConfig.Mode mode() {
        Setting setting = settings.get(Key.DB_TLS_MODE);
        Optional<TlsConfig.Mode> mode = Arrays.stream(TlsConfig.Mode.values())
                .filter(known -> known.label().equals(setting.value())).findFirst();
        if (mode.isEmpty()) {
            settings.refuse(setting, "use one of " + Arrays.stream(TlsConfig.Mode.values())
                    .map(TlsConfig.Mode::label).collect(Collectors.joining(", ")));
        } else if (environment == Environment.PRODUCTION && mode.get() != TlsConfig.Mode.VERIFY_FULL) {
            settings.refuse(setting, "production needs " + TlsConfig.Mode.VERIFY_FULL.label()
                    + ", or anybody on the way could read and change what is sent");
        }
        return mode.orElse(TlsConfig.Mode.VERIFY_FULL);
    }

    /** What the parts refuse together is put down to the key that is most likely meant. */
    private <T> T valid(Key blamed, T otherwise, Supplier<T> made) {
        int before = settings.problems().size();
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            if (settings.problems().size() == before) {
                settings.refuse(settings.get(blamed), String.valueOf(e.getMessage()));
            }
            return otherwise;
        }
    }
}
