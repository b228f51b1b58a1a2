package org.mswada.db.health;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which server takes writes. It is the first one, unless it is away and exactly one other has been promoted since: then it
 * is that one, and no server of a lower timeline again, even one that comes back writable. What was promoted while the
 * writer was there was promoted by mistake, and takes over only when the writer stays away. For one thread at a time.
 */
final class WriterElection {
    static final int NONE = -1;

    private final List<ServerView> servers;
    private final ClusterLimits limits;
    private int writer = NONE;
    private int lastWriter;
    private int highestTimeline;
    private @Nullable String systemIdentifier;
    private boolean lastWriterIsAway;
    private long awaySinceNanos;

    WriterElection(List<ServerView> servers, ClusterLimits limits) {
        this.servers = servers;
        this.limits = limits;
    }

    /** Decides anew. */
    void decide(long now) {
        if (servers.size() == 1) {
            follow(servers.getFirst());
            return;
        }
        ServerView last = servers.get(lastWriter);
        if (systemIdentifier == null && lastWriter == 0 && last.facts != null) {
            // Which cluster this is, is said by the configured primary, even when it turns out to be a standby.
            systemIdentifier = last.facts.systemIdentifier();
        }
        if (mayWrite(last) && last.facts != null && last.facts.timeline() >= highestTimeline) {
            become(lastWriter, last.facts);
            markRivals(last);
            return;
        }
        if (!lastWriterIsAway && !last.last.equals(ProbeResult.NONE)) {
            lastWriterIsAway = true;
            awaySinceNanos = now;
        }
        writer = NONE;
        int successor = onlyCandidate(now);
        ServerFacts facts = successor == NONE ? null : servers.get(successor).facts;
        if (facts != null) {
            become(successor, facts);
        }
    }

    /** One without replicas has nobody who could have gone on without it: rebuilt or restored, it is what there is. */
    private void follow(ServerView only) {
        ServerFacts facts = only.facts;
        writer = NONE;
        if (facts != null && only.isWritable()) {
            become(0, facts);
        } else if (facts != null) {
            systemIdentifier = facts.systemIdentifier();
        }
    }

    private void become(int server, ServerFacts facts) {
        writer = server;
        lastWriter = server;
        lastWriterIsAway = false;
        highestTimeline = facts.timeline();
        systemIdentifier = facts.systemIdentifier();
        servers.get(server).rival = false;
    }

    private boolean mayWrite(ServerView server) {
        return server.isWritable() && isOfCluster(server);
    }

    boolean isOfCluster(ServerView server) {
        return server.facts != null
                && (systemIdentifier == null || systemIdentifier.equals(server.facts.systemIdentifier()));
    }

    /** Only who was writable before the writer answered was so beside it: promoted a moment later, it is the new one. */
    private void markRivals(ServerView current) {
        for (ServerView server : servers) {
            if (server != current && mayWrite(server) && server.writableSinceNanos - current.sampledNanos < 0) {
                server.rival = true;
            }
        }
    }

    private int onlyCandidate(long now) {
        int found = NONE;
        for (int server = 0; server < servers.size(); server++) {
            if (isCandidate(server, now)) {
                if (found != NONE) {
                    return NONE;
                }
                found = server;
            }
        }
        return found;
    }

    private boolean isCandidate(int index, long now) {
        ServerView server = servers.get(index);
        if (!lastWriterIsAway || index == lastWriter || !isPromoted(server) || isDoubtful()) {
            return false;
        }
        boolean lastIsStandby = servers.get(lastWriter).last.inRecovery() && isOfCluster(servers.get(lastWriter));
        boolean needsPatience = !lastIsStandby && (server.rival || highestTimeline == 0);
        return !needsPatience || now - awaySinceNanos >= limits.patience().toNanos();
    }

    /** Returns whether nobody has said yet which cluster is meant, and the servers that answer are of different ones. */
    boolean isDoubtful() {
        return systemIdentifier == null
                && servers.stream().flatMap(server -> Stream.ofNullable(server.facts))
                        .map(ServerFacts::systemIdentifier).distinct().count() > 1;
    }

    /** Returns whether it is writable on a timeline that no writer had. */
    boolean isPromoted(ServerView server) {
        return mayWrite(server) && server.facts != null && server.facts.timeline() > highestTimeline;
    }

    int writer() {
        return writer;
    }

    /** Returns the writer; while there is none, the last one as long as it says nothing, and nobody once it does. */
    int primary() {
        return writer != NONE || servers.get(lastWriter).facts != null ? writer : lastWriter;
    }

    int highestTimeline() {
        return highestTimeline;
    }

    @Nullable
    String systemIdentifier() {
        return systemIdentifier;
    }
}
