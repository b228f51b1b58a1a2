package org.mswada.db.connection;

import java.util.List;

/**
 * The pools of one server.
 *
 * @param name what the server is called
 * @param read for reads
 * @param write for writes; it has no connections unless the server is the one that is written to
 */
public record ServerPools(String name, MonitoredPool read, MonitoredPool write) implements AutoCloseable {
    /** Returns both. */
    public List<MonitoredPool> all() {
        return List.of(write, read);
    }

    /** Returns the pool for this. */
    public MonitoredPool of(PoolRole role) {
        return switch (role) {
            case READ -> read;
            case WRITE -> write;
        };
    }

    /** Returns whether the server says anything to those who work with it. */
    public SignsOfLife signsOfLife() {
        return new SignsOfLife(List.of(write.sockets(), read.sockets()));
    }

    /** The server is another one than before: connections to that one are of no use any more. */
    public void renew(boolean standby, String why) {
        read.renew(why);
        if (standby) {
            write.dismiss(why);
        } else {
            write.renew(why);
        }
    }

    /** The server answers: connections are opened. */
    public void reachable() {
        write.reachable();
        read.reachable();
    }

    /** The server does not answer: no connection is opened until it does. */
    public void unreachable(String why) {
        write.unreachable(why);
        read.unreachable(why);
    }

    /** The server is the one that is written to: its pool for that is kept ready. */
    public void takesWrites() {
        write.open();
    }

    /** The server is not written to: its pool for that has no connections. */
    public void takesNoWrites(String why) {
        write.dismiss(why);
    }

    @Override
    public void close() {
        write.close();
        read.close();
    }
}
