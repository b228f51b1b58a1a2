package org.mswada.db.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one server for one purpose, in generations: when the server is another one than before, those of
 * before are no longer lent, and new ones are opened. Who holds one of the old ones finishes. Nothing here waits for the
 * server. Safe for use by many threads.
 */
public final class MonitoredPool implements AutoCloseable {
    /** How long one try to borrow waits, HikariCP's shortest: between two, the caller looks whether it is still of use. */
    public static final Duration ACQUIRE_SLICE = Duration.ofMillis(250);

    private final String name;
    private final PoolConfig config;
    private final NodeSockets sockets = new NodeSockets();
    private final DataSource connections;
    private final AcquisitionBreaker acquisition = new AcquisitionBreaker(System::nanoTime);
    private final AcquireTimes acquireTimes = new AcquireTimes();
    private final ConnectPace pace = new ConnectPace(System::nanoTime, () -> ThreadLocalRandom.current().nextLong());
    private final PoolHistory history = new PoolHistory();
    private final Reachability reachability = new Reachability();
    private final ReplaceablePoolListener listener = new ReplaceablePoolListener();
    private final Set<PoolGeneration> draining = ConcurrentHashMap.newKeySet();

    private volatile @Nullable PoolGeneration current;
    /** Guarded by this, as the next. */
    private boolean closed;
    private int generations;

    /** A pool without connections, until somebody asks it for one or says {@link #open}. */
    MonitoredPool(String name, DatabaseConfig server, PoolRole role) {
        this.name = name;
        this.config = server.pools().of(role);
        this.connections = Connections.pooled(server, role, sockets);
    }

    /** Begins to keep as many connections as it shall, though nobody has asked for one. */
    void open() {
        current();
    }

    /** Returns where connections are borrowed now. */
    public PoolGeneration current() {
        PoolGeneration now = current;
        return now == null ? first() : now;
    }

    private synchronized PoolGeneration first() {
        PoolGeneration now = current;
        if (now == null) {
            now = begin();
            current = now;
            if (closed) {
                now.close();
            }
        }
        return now;
    }

    private PoolGeneration begin() {
        ConnectGate gate = new ConnectGate(pace);
        if (!reachability.isReachable()) {
            gate.shut();
        }
        generations++;
        return new PoolGeneration(name, config, new GatedDataSource(connections, gate, acquisition, listener), gate);
    }

    /**
     * Returns whether connections of this generation are still to be used. One that was borrowed before this said so is
     * waited for before its generation is closed.
     */
    public boolean isCurrent(PoolGeneration generation) {
        return generation == current;
    }

    /** From now on lends only connections that are opened from now on; a pool that has opened none has nothing to do. */
    public void renew(String why) {
        retire(true, why);
    }

    /** From now on has no connections, until somebody asks for one. */
    public void dismiss(String why) {
        retire(false, why);
    }

    private synchronized void retire(boolean next, String why) {
        PoolGeneration old = current;
        if (closed || old == null) {
            return;
        }
        current = next ? begin() : null;
        history.note((next ? "new connections only: " : "no connections any more: ") + why);
        draining.add(old);
        Thread.ofVirtual().name("pool-drain").start(() -> drain(old));
    }

    private void drain(PoolGeneration old) {
        try {
            old.retire();
            old.closeWhenUnused();
        } finally {
            draining.remove(old);
        }
    }

    /** The server answers: connections are opened. */
    public synchronized void reachable() {
        if (current != null) {
            current.gate().open();
        }
        if (reachability.becomes(true)) {
            history.note("the server answers");
        }
    }

    /** Returns whether nobody said that the server does not answer. Cheap. */
    public boolean isReachable() {
        return reachability.isReachable();
    }

    /** Waits until the server answers, at most for {@link #ACQUIRE_SLICE}; returns whether it does, or the pool is closed. */
    public boolean awaitReachable() throws InterruptedException {
        return reachability.await(ACQUIRE_SLICE);
    }

    /**
     * The server does not answer: no connection is opened until it does, and whoever waits for an answer on one that is open
     * loses it, for he would wait until his deadline.
     */
    public void unreachable(String why) {
        synchronized (this) {
            if (reachability.becomes(false)) {
                history.note("the server does not answer: " + why);
            }
            if (current != null) {
                current.gate().shut();
            }
        }
        sockets.closeAll();
    }

    /** Returns whether there is no connection, and none can be opened. Cheap, while they can. */
    public boolean hasNone() {
        return acquisition.isOpen() && use().total() == 0;
    }

    /** Returns how many connections are open, lent and idle, and how many callers wait inside the pool. */
    public Use use() {
        List<PoolGeneration> all = new ArrayList<>(draining);
        PoolGeneration now = current;
        if (now != null) {
            all.add(now);
        }
        return all.stream().map(PoolGeneration::use).reduce(Use.NONE, Use::plus);
    }

    /** Tells {@code told}, and nobody else, what opening connections shows. */
    public void listener(PoolListener told) {
        listener.tell(told);
    }

    NodeSockets sockets() {
        return sockets;
    }

    /** Returns the breaker that says whether connections can be opened. */
    public AcquisitionBreaker acquisition() {
        return acquisition;
    }

    /** Returns how long units waited for their connections. */
    public AcquireTimes acquireTimes() {
        return acquireTimes;
    }

    /** Returns what became of the pool, the oldest first. */
    public List<PoolHistory.Event> history() {
        return history.events();
    }

    /** Returns how many generations there have been. */
    public synchronized int generations() {
        return generations;
    }

    /** Returns the longest wait for a connection while there is none to give. */
    public Duration acquireLimit() {
        return config.acquireLimit();
    }

    /** Returns the most connections that may be open, beside those of an older generation that are still lent. */
    public int maximumPoolSize() {
        return config.maximumPoolSize();
    }

    @Override
    public void close() {
        PoolGeneration last;
        synchronized (this) {
            closed = true;
            last = current;
            reachability.close();
        }
        if (last != null) {
            last.close();
        }
        draining.forEach(PoolGeneration::close);
        sockets.close();
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * How a pool is used at a moment.
     *
     * @param total connections that are open
     * @param active those that are lent
     * @param idle those that are not
     * @param waiting callers that wait for one inside the pool
     */
    public record Use(int total, int active, int idle, int waiting) {
        /** Nothing. */
        public static final Use NONE = new Use(0, 0, 0, 0);

        /** Returns both together. */
        public Use plus(Use other) {
            return new Use(total + other.total, active + other.active, idle + other.idle, waiting + other.waiting);
        }
    }
}
