package org.mswada.db.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.mswada.db.health.Signals.NodeSignals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the signals again and again and tells when a person should look: an alert begins once, ends when all is well for
 * a while, and stays in the list until then, acknowledged or not. Remembers what became of each server. Safe for use by many
 * threads.
 */
public final class HealthMonitor implements AutoCloseable {
    /** Between two looks. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Logger LOGGER = LoggerFactory.getLogger(HealthMonitor.class);

    private final Supplier<Signals> source;
    private final AlertRules rules;
    private final LongSupplier nanoTime;
    private final InstantSource clock;
    private final Rates rates = new Rates();
    private final Map<Key, AlertState> states = new LinkedHashMap<>();
    private final HealthHistory history = new HealthHistory();
    private final List<AlertListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("health-monitor").unstarted(this::run);
    private volatile boolean closed;

    /** What an alert is about. */
    private record Key(AlertRule rule, String subject) {}

    /** Will look at what {@code source} gives. */
    public HealthMonitor(Supplier<Signals> source, ClusterLimits limits) {
        this(source, limits, System::nanoTime, InstantSource.system());
    }

    HealthMonitor(Supplier<Signals> source, ClusterLimits limits, LongSupplier nanoTime, InstantSource clock) {
        this.source = source;
        this.rules = new AlertRules(limits);
        this.nanoTime = nanoTime;
        this.clock = clock;
    }

    /** Begins to look. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                look();
            } catch (RuntimeException | Error e) {
                LOGGER.error("looking at the health of the database failed; the next look goes on", e);
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    /** Looks once. */
    void look() {
        Signals signals = source.get();
        List<Consumer<AlertListener>> news = new ArrayList<>();
        synchronized (this) {
            long now = nanoTime.getAsLong();
            Instant at = clock.instant();
            signals.nodes().forEach(node -> note(node, at));
            rates.add(now, signals);
            for (Finding finding : rules.look(signals, rates)) {
                AlertState state = states.computeIfAbsent(new Key(finding.rule(), finding.subject()),
                        _ -> new AlertState());
                state.take(finding, now, at).ifPresent(news::add);
            }
        }
        news.forEach(this::tell);
    }

    private void note(NodeSignals node, Instant at) {
        ServerStatus status = node.status();
        String state = !status.reachable()
                ? "away"
                : status.isWriter()
                        ? "takes writes"
                        : status.fit() ? "takes reads" : "takes nothing";
        history.note(status.name(), at, node.circuitOpen() ? state + ", circuit open" : state,
                String.join(" ", status.reasons()));
    }

    private void tell(Consumer<AlertListener> news) {
        for (AlertListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOGGER.error("a listener of alerts failed", e);
            }
        }
    }

    /** Returns the alerts that are not over, the oldest rule first. */
    public synchronized List<Alert> alerts() {
        return states.values().stream().map(AlertState::alert).filter(Objects::nonNull).toList();
    }

    /** Notes that somebody has seen an alert, and returns it; empty when there is none, or no longer. */
    public Optional<Alert> acknowledge(AlertRule rule, String subject, String by) {
        Optional<Alert> acknowledged;
        synchronized (this) {
            AlertState state = states.get(new Key(rule, subject));
            acknowledged = state == null ? Optional.empty() : state.acknowledge(by, clock.instant());
        }
        acknowledged.ifPresent(alert -> tell(listener -> listener.acknowledged(alert)));
        return acknowledged;
    }

    /** From now on tells this one too. */
    public void listen(AlertListener listener) {
        listeners.add(listener);
    }

    /** Returns what became of each server. */
    public HealthHistory history() {
        return history;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
