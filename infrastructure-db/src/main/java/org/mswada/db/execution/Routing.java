package org.mswada.db.execution;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mswada.db.health.ClusterView;
import org.mswada.domain.storage.ConsistencyToken;

/**
 * Chooses the server before anything of it is taken, so that a frozen one cannot hold what the others need. The verb says
 * what it is for: writes go to the primary; reads of a call go to the standby with the least to do among those that are fit
 * and have replayed what the call must see, else to the primary. A read that fails on a standby for the standby's sake runs
 * elsewhere at once, on each server once and on the primary last. A read whose operation asks for the primary goes there as if
 * no standby were left to try.
 */
final class Routing implements Policy {
    /** Which servers were tried, a bit for each. */
    private static final long NONE = 0;
    private static final long ALL = -1;

    private final List<Route> servers;
    private final ClusterView view;
    private final ReplayWaits waits;
    private final IntConsumer wakeProbe;
    private final DatabaseMeters meters;
    private final LongSupplier nanoTime;
    /** Of several with the same to do, the turn is with the one behind this; where threads race, that does no harm. */
    private volatile int lastRead;

    Routing(List<Route> servers, ClusterView view, ReplayWaits waits, IntConsumer wakeProbe, DatabaseMeters meters,
            LongSupplier nanoTime) {
        this.servers = List.copyOf(servers);
        this.view = view;
        this.waits = waits;
        this.wakeProbe = wakeProbe;
        this.meters = meters;
        this.nanoTime = nanoTime;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        if (unit.mode.writes()) {
            return primary(unit).write(unit);
        }
        if (unit.call == null || servers.size() == 1) {
            return primary(unit).read(unit);
        }
        return read(unit, unit.isForPrimary() ? ALL : NONE);
    }

    /** Never one that was it: what another has gone on without would be read there, and what is written there is lost. */
    private Route primary(Unit<?> unit) {
        int primary = view.primary();
        if (primary == ClusterView.NONE) {
            throw Refusals.noPrimary(unit);
        }
        return servers.get(primary);
    }

    private <T> T read(Unit<T> unit, long triedBefore) {
        long tried = triedBefore;
        while (true) {
            int server = choose(unit, tried);
            if (server == ClusterView.NONE) {
                return primary(unit).read(unit);
            }
            lastRead = server;
            try {
                return servers.get(server).read(unit);
            } catch (UnitFailure failure) {
                wakeProbe.accept(server);
                if (failure.decision().retry() == Decision.Retry.NEVER
                        || unit.deadline.isSpent(nanoTime.getAsLong())) {
                    throw failure;
                }
                tried |= 1L << server;
                meters.rerouted(unit.operation);
            }
        }
    }

    /** Returns a standby, or {@link ClusterView#NONE} where it is the primary's turn. */
    private int choose(Unit<?> unit, long tried) {
        ConsistencyToken token = unit.required;
        if (token == null) {
            return leastLoaded(tried, null);
        }
        String cluster = view.systemIdentifier();
        if (cluster != null && (!cluster.equals(token.systemIdentifier()) || token.timeline() < view.timeline())) {
            // No standby can be held against a position of another history.
            return ofWriter(unit);
        }
        if (cluster != null && token.timeline() == view.timeline()) {
            int server = leastLoaded(tried, token);
            if (server != ClusterView.NONE) {
                return server;
            }
            if (leastLoaded(tried, null) == ClusterView.NONE) {
                return ofWriter(unit);
            }
        }
        return await(unit, tried, token);
    }

    private int await(Unit<?> unit, long tried, ConsistencyToken token) {
        Integer found = waits.await(unit.deadline, () -> found(tried, token));
        if (found != null) {
            return found;
        }
        if (view.systemIdentifier() == null || token.timeline() > view.timeline()) {
            throw Refusals.unknownTimeline(unit, token.timeline(), view.timeline());
        }
        return ofWriter(unit);
    }

    /** Returns null as long as waiting may help. */
    private @Nullable Integer found(long tried, ConsistencyToken token) {
        String cluster = view.systemIdentifier();
        if (cluster == null || (cluster.equals(token.systemIdentifier()) && token.timeline() > view.timeline())) {
            return null;
        }
        if (!cluster.equals(token.systemIdentifier()) || token.timeline() < view.timeline()
                || leastLoaded(tried, null) == ClusterView.NONE) {
            return ClusterView.NONE;
        }
        int server = leastLoaded(tried, token);
        return server == ClusterView.NONE ? null : Integer.valueOf(server);
    }

    /** The last writer, when it is none any more, may be behind what the unit must see. */
    private int ofWriter(Unit<?> unit) {
        if (view.writer() == ClusterView.NONE) {
            throw Refusals.nobodyFarEnough(unit);
        }
        return ClusterView.NONE;
    }

    private int leastLoaded(long tried, @Nullable ConsistencyToken token) {
        int count = servers.size();
        int first = lastRead + 1;
        int best = ClusterView.NONE;
        int least = Integer.MAX_VALUE;
        for (int step = 0; step < count; step++) {
            int server = (first + step) % count;
            if (isCandidate(server, tried, token)) {
                int load = servers.get(server).read().load();
                if (load < least) {
                    least = load;
                    best = server;
                }
            }
        }
        return best;
    }

    private boolean isCandidate(int server, long tried, @Nullable ConsistencyToken token) {
        return (tried & 1L << server) == 0 && view.isFit(server)
                && (token == null || view.hasReplayed(server, token.lsn()))
                && servers.get(server).read().isWorthATry(nanoTime.getAsLong());
    }

    @Override
    public String toString() {
        return "Routing -> " + servers;
    }
}
