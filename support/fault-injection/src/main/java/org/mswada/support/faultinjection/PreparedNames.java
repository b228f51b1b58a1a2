package org.mswada.support.faultinjection;

import java.util.HashMap;
import java.util.Map;

/** Which SQL the names of prepared statements and portals stand for on one connection. For one thread. */
final class PreparedNames {
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();

    void parse(String statement, String sql) {
        statements.put(statement, SqlText.withoutLead(sql));
    }

    void bind(String portal, String statement) {
        portals.put(portal, statements.getOrDefault(statement, ""));
    }

    String executed(String portal) {
        return portals.getOrDefault(portal, "");
    }

    void close(char kind, String name) {
        if (kind == 'S') {
            statements.remove(name);
        } else {
            portals.remove(name);
        }
    }
}
