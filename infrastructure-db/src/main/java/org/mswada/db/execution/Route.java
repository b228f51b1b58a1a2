package org.mswada.db.execution;

import org.mswada.db.connection.PoolRole;

/**
 * A server as units reach it.
 *
 * @param read where its reads run
 * @param write where its writes run
 * @param readChain the policies around a read there
 * @param writeChain the policies around a write there
 */
record Route(Node read, Node write, Policy readChain, Policy writeChain) {
    <T> T read(Unit<T> unit) {
        unit.node = read.server();
        return readChain.run(unit);
    }

    <T> T write(Unit<T> unit) {
        unit.node = write.server();
        return writeChain.run(unit);
    }

    Node node(PoolRole role) {
        return switch (role) {
            case READ -> read;
            case WRITE -> write;
        };
    }

    @Override
    public String toString() {
        return read + ": " + readChain + ", " + write + ": " + writeChain;
    }
}
