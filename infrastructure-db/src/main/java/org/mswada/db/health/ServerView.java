package org.mswada.db.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one server. Written under the lock of the {@link ClusterView}, but for the position, which has a lock of
 * its own; what units ask is read without any.
 */
final class ServerView {
    static final long UNKNOWN_POSITION = -1;

    final String name;
    final StandbyFitness fitness;
    private final Object positionLock = new Object();
    private long connectedNanos;
    private boolean everConnected;

    ProbeResult last = ProbeResult.NONE;
    /** What it said when it last said something; null once it does not answer. */
    @Nullable
    ServerFacts facts;
    /** By when it was first seen to accept writes, if it does. */
    long writableSinceNanos;
    /** It accepted writes at a time at which the writer did too. */
    boolean rival;
    /** It has replayed what the writer never wrote. */
    boolean diverged;

    volatile @Nullable Epoch epoch;
    /** A standby of this cluster that answers. */
    volatile boolean usable;
    volatile boolean fit;
    volatile long sampledNanos;
    private volatile long position = UNKNOWN_POSITION;

    ServerView(String name, ClusterLimits limits) {
        this.name = name;
        this.fitness = new StandbyFitness(limits);
    }

    /** Takes an answer; what it means beside those of the others is found out next. */
    void take(ProbeResult result) {
        boolean wasWritable = isWritable();
        last = result;
        if (!result.reachable()) {
            facts = null;
            fitness.forget();
        }
        ServerFacts said = result.facts();
        if (said == null) {
            return;
        }
        if (!said.epoch().equals(epoch)) {
            rival = false;
            diverged = false;
            wasWritable = false;
            fitness.forget();
            forgetPosition();
        }
        if (!said.inRecovery() && !wasWritable) {
            writableSinceNanos = result.answeredNanos();
        }
        facts = said;
        epoch = said.epoch();
        sampledNanos = result.sampledNanos();
        if (said.inRecovery()) {
            replayed(said.lsn(), result.sampledNanos());
        }
    }

    boolean isWritable() {
        return facts != null && !facts.inRecovery();
    }

    boolean isSilent(long now, Duration silence) {
        return now - sampledNanos > silence.toNanos();
    }

    long position() {
        return position;
    }

    void replayed(long lsn, long askedNanos) {
        if (lsn <= position) {
            return;
        }
        synchronized (positionLock) {
            boolean fresh = !everConnected || askedNanos - connectedNanos > 0;
            if (fresh && lsn > position) {
                position = lsn;
            }
        }
    }

    void connected(long now) {
        synchronized (positionLock) {
            connectedNanos = now;
            everConnected = true;
            position = UNKNOWN_POSITION;
        }
    }

    private void forgetPosition() {
        synchronized (positionLock) {
            position = UNKNOWN_POSITION;
        }
    }
}
