package org.mswada.db.connection;

/**
 * The two pools of one server: reads have one of their own, so that slow ones never keep connections from writes.
 *
 * @param read for reads
 * @param write for writes
 */
public record Pools(PoolConfig read, PoolConfig write) {
    /** Of all connections of a server, in percent; writes have the rest. */
    private static final int READ_PERCENT = 60;
    private static final int ALL_PERCENT = 100;
    private static final int LEAST = 2;

    /** Splits the connections that one server may have in all: 60 % for reads, 40 % for writes, and one at least for each. */
    public static Pools sharing(PoolConfig all) {
        int most = all.maximumPoolSize();
        if (most < LEAST) {
            throw new IllegalArgumentException("a maximum of " + most + " connections is too low: use at least " + LEAST
                    + ", one to read and one to write");
        }
        int read = Math.clamp(readShare(most), 1, most - 1);
        int idle = Math.clamp(readShare(all.minimumIdle()), Math.max(0, all.minimumIdle() - (most - read)), read);
        return new Pools(sized(all, idle, read), sized(all, all.minimumIdle() - idle, most - read));
    }

    /** Two pools like this one. */
    public static Pools each(PoolConfig one) {
        return new Pools(one, one);
    }

    private static int readShare(int connections) {
        return Math.round((float) connections * READ_PERCENT / ALL_PERCENT);
    }

    private static PoolConfig sized(PoolConfig all, int minimumIdle, int maximumPoolSize) {
        return new PoolConfig(minimumIdle, maximumPoolSize, all.acquireLimit(), all.idleLimit());
    }

    /** Returns the pool for this. */
    public PoolConfig of(PoolRole role) {
        return switch (role) {
            case READ -> read;
            case WRITE -> write;
        };
    }

    /** Returns how many connections may be open to one server. */
    public int maximumPoolSize() {
        return read.maximumPoolSize() + write.maximumPoolSize();
    }

    /** Returns how many connections are kept open to the server that is written to. */
    public int minimumIdle() {
        return read.minimumIdle() + write.minimumIdle();
    }
}
