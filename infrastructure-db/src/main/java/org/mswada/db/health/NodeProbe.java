package org.mswada.db.health;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.mswada.db.connection.ProbeConnections;
import org.mswada.db.connection.SignsOfLife;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one node again and again, on a connection and a platform thread of its own, what it is and how far, and tells a
 * listener. The thread ends with {@link #close()}. One that hangs is found by a {@link ProbeWatchdog}.
 */
public final class NodeProbe implements AutoCloseable {
    /** Between two questions. */
    public static final Duration INTERVAL = Duration.ofMillis(250);
    /** Between two questions while the node does not answer. */
    public static final Duration INTERVAL_WHILE_AWAY = Duration.ofMillis(50);
    /** Beyond what a question takes, with those on new connections after it, unless each answer comes at the last moment. */
    private static final Duration OVERDUE = Duration.ofSeconds(5);
    /** Beyond all that the first login may take. */
    private static final Duration OVERDUE_AT_FIRST = Duration.ofSeconds(15);
    /** Beyond all that even the watchdog needs. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final Logger LOGGER = LoggerFactory.getLogger(NodeProbe.class);

    private final String node;
    private final ProbeConnections connections;
    private final ProbeListener listener;
    private final Asking asking;
    private final Duration overdue;
    private final Duration overdueAtFirst;
    private final ProbePace pace = new ProbePace();
    private final Thread thread;
    /** Held while the listener is told. */
    private final ReentrantLock telling = new ReentrantLock();
    private volatile boolean closed;
    private volatile boolean wanted;
    private volatile boolean busy;
    private volatile long busySinceNanos;
    private volatile boolean everAnswered;
    /** Of the watchdog alone. */
    private long warnedSinceNanos;
    private volatile ProbeResult last = ProbeResult.NONE;
    private volatile long lastNanos;

    /**
     * Will ask through {@code connections}, and closes them at the end.
     *
     * @param signs whether the node says anything to others, for one that does is not away
     */
    public NodeProbe(String node, ProbeConnections connections, SignsOfLife signs, ProbeListener listener) {
        this(node, connections, signs, listener, OVERDUE, OVERDUE_AT_FIRST);
    }

    NodeProbe(String node, ProbeConnections connections, SignsOfLife signs, ProbeListener listener, Duration overdue,
            Duration overdueAtFirst) {
        this.overdue = overdue;
        this.overdueAtFirst = overdueAtFirst;
        this.node = node;
        this.connections = connections;
        this.listener = listener;
        this.asking = new Asking(node, connections, signs);
        this.thread = Thread.ofPlatform().daemon().name("probe-" + node).unstarted(this::run);
    }

    /** Begins to ask. */
    public void start() {
        thread.start();
    }

    /** Returns the last answer; one that is too old says that nobody answers, for the probe itself hangs then. */
    public ProbeResult last() {
        ProbeResult answer = last;
        long now = System.nanoTime();
        return answer.equals(ProbeResult.NONE) || now - lastNanos < LONGEST_SILENCE.toNanos()
                ? answer
                : saysNothing(now, lastNanos);
    }

    private static ProbeResult saysNothing(long now, long since) {
        Duration age = Duration.ofNanos(now - since);
        return new ProbeResult(false, null, age, since, "the probe has said nothing for " + age.toSeconds() + " s.");
    }

    /**
     * Asks soon, for somebody has reason to doubt that the node answers, or waits for it to get as far as a token: at most
     * once in {@link ProbePace#LEAST}, and while it is away not more often than without that. Cheap, for many callers.
     */
    public void wake() {
        if (!wanted) {
            wanted = true;
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closed) {
            long asked = System.nanoTime();
            ProbePace.Waits waits = round(asked);
            while (!closed && isEarly(asked, waits)) {
                LockSupport.parkNanos(nanosLeft(asked, waits));
            }
        }
        asking.close();
    }

    private boolean isEarly(long asked, ProbePace.Waits waits) {
        return nanosLeft(asked, waits) > 0;
    }

    private long nanosLeft(long asked, ProbePace.Waits waits) {
        return (wanted ? waits.wanted() : waits.usual()).toNanos() - (System.nanoTime() - asked);
    }

    private ProbePace.Waits round(long asked) {
        // Whoever wants an answer from now on wants the next one.
        wanted = false;
        busySinceNanos = asked;
        busy = true;
        ProbeResult answer = last;
        try {
            answer = asking.ask();
            everAnswered = asking.everAnswered();
            tell(answer);
        } catch (RuntimeException | Error e) {
            // The gate of the pool opens by what this thread says: it must not end.
            LOGGER.error("probing node {} failed; the next round goes on", node, e);
            asking.close();
        } finally {
            busy = false;
        }
        return pace.after(answer, asking.wasSilence(), System.nanoTime());
    }

    private void tell(ProbeResult answer) {
        telling.lock();
        try {
            lastNanos = System.nanoTime();
            last = answer;
            listener.probed(answer);
        } finally {
            telling.unlock();
        }
    }

    /** Called by the watchdog: a probe that hangs loses its socket, and its node counts as away until it answers again. */
    void look(long now) {
        Duration limit = everAnswered ? overdue : overdueAtFirst;
        long since = busySinceNanos;
        if (closed || !busy || now - since < limit.toNanos()) {
            return;
        }
        if (warnedSinceNanos != since) {
            warnedSinceNanos = since;
            LOGGER.warn("the probe of node {} hangs since {} ms; its connection is closed", node,
                    Duration.ofNanos(now - since).toMillis());
        }
        // It may hang in who listens to it: then nobody can be told, but last() will say so.
        if (telling.tryLock()) {
            try {
                if (busySinceNanos == since) {
                    tell(saysNothing(now, since));
                }
            } finally {
                telling.unlock();
            }
        }
        connections.abort();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            // Time for a farewell; who waits for an answer that does not come is not waited for.
            thread.join(Asking.ANSWER_LIMIT.multipliedBy(2));
            connections.close();
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            connections.close();
            Thread.currentThread().interrupt();
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public String toString() {
        return "NodeProbe(" + node + ", " + last + ")";
    }
}
