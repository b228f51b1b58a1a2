package org.mswada.support.faultinjection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Connections that nobody else can have until these are closed. */
public final class HeldConnections implements AutoCloseable {
    private final List<Connection> held;

    HeldConnections(List<Connection> held) {
        this.held = List.copyOf(held);
    }

    /** Returns how many connections are held. */
    public int count() {
        return held.size();
    }

    /** Gives them back. A backend takes a moment to leave its place after that. */
    @Override
    public void close() throws SQLException {
        for (Connection connection : held) {
            connection.close();
        }
    }
}
