package org.mswada.db.health;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which server is what, and how far each standby is, learned from what they say and never from the configuration alone.
 * Server 0 is the one that is configured as the primary. Written by the probes, read by every unit: what units ask takes no
 * lock and no memory. Safe for use by many threads.
 */
public final class ClusterView {
    /** Returned where there is no server. */
    public static final int NONE = WriterElection.NONE;

    private final List<ServerView> servers;
    private final ClusterLimits limits;
    private final LongSupplier nanoTime;
    private final WriterElection election;
    private final WriterTrail trail = new WriterTrail();
    private volatile int writer = NONE;
    private volatile int primary;
    private volatile int timeline;
    private volatile @Nullable String systemIdentifier;

    /** Knows nothing yet of these servers. */
    public ClusterView(List<String> serverNames, ClusterLimits limits, LongSupplier nanoTime) {
        this.servers = serverNames.stream().map(name -> new ServerView(name, limits)).toList();
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.election = new WriterElection(servers, limits);
    }

    /** A probe has asked a server; called by one thread at a time for each server. */
    public synchronized void observed(int server, ProbeResult result) {
        long now = nanoTime.getAsLong();
        ServerView observed = servers.get(server);
        observed.take(result);
        election.decide(now);
        if (election.writer() != NONE && changesWriter()) {
            trail.clear();
            servers.forEach(each -> {
                each.fitness.forget();
                each.diverged = false;
            });
        }
        if (server == election.writer() && result.facts() != null) {
            trail.add(result.sampledNanos(), result.facts().lsn());
            findDiverged(result.facts().lsn(), result.sampledNanos());
        } else if (result.inRecovery()) {
            judge(observed);
        }
        publish();
    }

    /** A writer that is only away for a while is no change: what was measured against it stands. */
    private boolean changesWriter() {
        return election.highestTimeline() != timeline
                || !Optional.ofNullable(election.systemIdentifier()).equals(Optional.ofNullable(systemIdentifier));
    }

    private void judge(ServerView standby) {
        ServerFacts facts = standby.facts;
        if (facts == null || trail.isEmpty()) {
            return;
        }
        boolean writerIsAway = election.writer() == NONE;
        // Against a writer that is away no lag can grow: it is measured against the last that is known of it.
        standby.fitness.measured(
                trail.lag(facts.lsn(), writerIsAway ? trail.latestNanos() : standby.sampledNanos));
        if (!writerIsAway) {
            standby.fitness.answered(standby.last.latency(), servers.get(election.writer()).last.latency());
        }
    }

    /** Who has replayed more than the writer had written afterwards follows somebody else. */
    private void findDiverged(long written, long sampledNanos) {
        for (ServerView server : servers) {
            ServerFacts facts = server.facts;
            if (facts != null && facts.inRecovery() && server.last.answeredNanos() - sampledNanos < 0
                    && facts.lsn() > written) {
                server.diverged = true;
            }
        }
    }

    private void publish() {
        for (ServerView server : servers) {
            server.usable = server.facts != null && server.facts.inRecovery()
                    && election.systemIdentifier() != null && election.isOfCluster(server) && !server.diverged;
            server.fit = server.usable && server.last.facts() != null && server.fitness.isFit();
        }
        timeline = election.highestTimeline();
        systemIdentifier = election.systemIdentifier();
        primary = servers.size() == 1 ? 0 : election.primary();
        writer = election.writer();
    }

    /** Returns the server that takes writes, or {@link #NONE}. */
    public int writer() {
        return writer;
    }

    /**
     * Returns where what is for the primary goes: to the writer. While there is none, to the last one as long as that is
     * silent, for its pool knows why it cannot be done; once it answers, it has said that it is none, and then it is
     * {@link #NONE}. Without replicas it is always the only server.
     */
    public int primary() {
        return primary;
    }

    /**
     * Returns whether a server is a standby that takes reads which need not see the newest: it answers, keeps up and is not
     * slow. While the writer is away, those that kept up with it still do.
     */
    public boolean isFit(int server) {
        ServerView view = servers.get(server);
        return view.fit && !view.isSilent(nanoTime.getAsLong(), limits.silence());
    }

    /**
     * Returns whether a server is known to have replayed up to a position: the writer has, and a standby, fit or not, when
     * it said so. For a connection that was borrowed after this was asked it must be asked again, for that connection
     * may lead to a standby that was restarted meanwhile and is not as far yet ({@link #connected}).
     */
    public boolean hasReplayed(int server, long lsn) {
        ServerView view = servers.get(server);
        return server == writer
                || (view.usable && view.position() >= lsn && !view.isSilent(nanoTime.getAsLong(), limits.silence()));
    }

    /**
     * A read has learned on its way how far a standby is; what is known only moves forward.
     *
     * @param askedNanos {@link System#nanoTime} before the read was sent
     */
    public void replayed(int server, long lsn, long askedNanos) {
        servers.get(server).replayed(lsn, askedNanos);
    }

    /**
     * A connection was opened, and is not lent yet: it may lead to a standby that was just restarted, which is open to reads
     * before it is again where it was. So what was asked before no longer counts.
     */
    public void connected(int server) {
        servers.get(server).connected(nanoTime.getAsLong());
    }

    /** Returns which database cluster this is; null while nobody said. */
    public @Nullable String systemIdentifier() {
        return systemIdentifier;
    }

    /** Returns the timeline of the writer, or of the last one; 0 while there was none. */
    public int timeline() {
        return timeline;
    }

    /** Returns in which life and role a server was when it last answered; null when it never did. */
    public @Nullable Epoch epoch(int server) {
        return servers.get(server).epoch;
    }

    /** Returns how many servers there are. */
    public int size() {
        return servers.size();
    }

    /** Returns what is known of a server, for a person. */
    public synchronized ServerStatus status(int server) {
        ServerView view = servers.get(server);
        ServerFacts facts = view.facts;
        Lag lag = facts != null && facts.inRecovery() ? view.fitness.lag() : null;
        boolean silent = view.isSilent(nanoTime.getAsLong(), limits.silence());
        return new ServerStatus(view.name,
                facts == null
                        ? ServerStatus.Role.UNKNOWN
                        : facts.inRecovery() ? ServerStatus.Role.STANDBY : ServerStatus.Role.PRIMARY,
                server == election.writer(), view.last.reachable(), view.fit && !silent,
                lag == null ? OptionalLong.empty() : OptionalLong.of(lag.bytes()),
                Optional.ofNullable(lag).map(Lag::time), view.last.latency(), view.last.trouble(),
                new StatusWords(servers, election, limits).reasons(server, silent));
    }
}
