package org.mswada.db.alignment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a connection is told by its server.
 *
 * @param values by name: those of pg_settings, in their base units, and some beside
 */
record ServerSettings(Map<String, String> values) {
    private record Setting(String name, String value) {}

    ServerSettings {
        values = Map.copyOf(values);
    }

    static ServerSettings read(Connection connection) throws SQLException {
        return new ServerSettings(Sql
                .query(connection, "settings.sql", row -> new Setting(row.getString("name"), row.getString("setting")))
                .stream().collect(Collectors.toMap(Setting::name, Setting::value)));
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    boolean isOn(String name) {
        return text(name).equals("on") || text(name).equals("true");
    }

    /** Returns 0 for a setting that this version of PostgreSQL does not have. */
    long number(String name) {
        return Long.parseLong(values.getOrDefault(name, "0"));
    }

    /** Returns a time-out; zero means none. */
    Duration milliseconds(String name) {
        return Duration.ofMillis(number(name));
    }
}
