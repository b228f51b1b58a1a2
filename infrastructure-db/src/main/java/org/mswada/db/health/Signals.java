package org.mswada.db.health;

import java.util.List;

/**
 * What the rules look at, of one moment.
 *
 * @param nodes of each server
 * @param units that ended since the start
 * @param slowStatements since the start
 * @param retries since the start
 */
public record Signals(List<NodeSignals> nodes, long units, long slowStatements, long retries) {
    /** The subject of what concerns no single server. */
    public static final String ALL = "database";

    /** Copies the nodes. */
    public Signals {
        nodes = List.copyOf(nodes);
    }

    /**
     * The signals of one server.
     *
     * @param status what is known of it
     * @param circuitOpen whether its circuit refuses units
     * @param inUse connections that are lent
     * @param maximumPoolSize the most that may be
     * @param waiting units that wait for one
     */
    public record NodeSignals(ServerStatus status, boolean circuitOpen, int inUse, int maximumPoolSize, int waiting) {}
}
