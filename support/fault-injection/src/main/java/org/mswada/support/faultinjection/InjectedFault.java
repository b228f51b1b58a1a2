package org.mswada.support.faultinjection;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A rule at work. Closing it ends the rule and heals what it did: held bytes go on. A connection that was cut stays cut.
 * Safe for many threads.
 */
public final class InjectedFault implements AutoCloseable {
    private final FaultRule rule;
    private final long lastConnectionBefore;
    private final Consumer<InjectedFault> healing;
    private int taken;
    private int strikes;

    InjectedFault(FaultRule rule, int lastConnectionBefore, Consumer<InjectedFault> healing) {
        this.rule = rule;
        this.lastConnectionBefore = lastConnectionBefore;
        this.healing = healing;
    }

    /** Returns the rule. */
    public FaultRule rule() {
        return rule;
    }

    /** Returns how often the fault has struck; a cut after some bytes strikes when it cuts. */
    public synchronized int strikes() {
        return strikes;
    }

    /** Waits until the fault has struck {@code number} times, and returns whether it has within the limit. */
    public synchronized boolean awaitStrikes(int number, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); strikes < number && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return strikes >= number;
    }

    /** Ends the rule and heals what it did. Further calls do nothing. */
    @Override
    public void close() {
        healing.accept(this);
    }

    /** Whether the fault strikes now; if so, that is one strike less to come. */
    synchronized boolean takeStrike(int connection, Event event) {
        boolean due = rule.moment().matches(event) || isNewUnderLastingNow(event);
        boolean meant = rule.connections() == FaultRule.ANY
                || (connection > lastConnectionBefore && connection <= lastConnectionBefore + rule.connections());
        if (!due || !meant || taken >= rule.strikes()) {
            return false;
        }
        taken += rule.strikes() == FaultRule.ANY ? 0 : 1;
        return true;
    }

    private boolean isNewUnderLastingNow(Event event) {
        return rule.moment().isAt(Stage.NOW) && rule.strikes() == FaultRule.ANY && event.stage() == Stage.CONNECT;
    }

    synchronized void struck() {
        strikes++;
        notifyAll();
    }

    @Override
    public String toString() {
        return rule + ", struck " + strikes() + " times";
    }
}
