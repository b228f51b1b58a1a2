package org.mswada.support.embeddedpostgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of a server as arguments; the last word is ours where guarding and finding it rest on it. */
final class ServerSettings {
    static final String HOST = "127.0.0.1";

    private ServerSettings() {}

    static List<String> arguments(EmbeddedPostgresOptions options, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("TimeZone", "UTC");
        settings.put("log_timezone", "UTC");
        if (options.durability() == Durability.FAST) {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
        }
        settings.putAll(options.settings());
        settings.put("listen_addresses", HOST);
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("logging_collector", "off");
        settings.put("log_destination", "stderr");
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }
}
