package org.mswada.db.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mswada.db.health.Signals.NodeSignals;

/** The rules, as limits and words. What is bad at a limit is well below half of it. */
final class AlertRules {
    /** From which share of slow statements on, in percent of the last minute's units. */
    static final int SLOW_PERCENT = 5;
    /** From which share of retries on, in percent of the last minute's units. */
    static final int RETRY_PERCENT = 10;
    /** How many there must be besides, for one slow statement among ten at night is no alert. */
    static final int LEAST = 20;

    private final ClusterLimits limits;

    AlertRules(ClusterLimits limits) {
        this.limits = limits;
    }

    List<Finding> look(Signals signals, Rates rates) {
        List<Finding> findings = new ArrayList<>();
        for (NodeSignals node : signals.nodes()) {
            findings.add(circuit(node));
            findings.add(pool(node));
            findings.add(lag(node));
        }
        findings.add(share(AlertRule.SLOW_STATEMENTS, rates, rates.slow(), SLOW_PERCENT,
                " slow statements. Look at the slowest of them and their plans, and at the load of the server."));
        findings.add(share(AlertRule.RETRIES, rates, rates.retries(), RETRY_PERCENT,
                " retries. Look which units conflict with each other, and whether a server comes and goes."));
        return findings;
    }

    private static Finding circuit(NodeSignals node) {
        ServerStatus status = node.status();
        return Finding.of(AlertRule.CIRCUIT_OPEN, status.name(), node.circuitOpen(), !node.circuitOpen(),
                "The circuit of " + status.name() + " is open, so nothing is asked of it: " + (status.trouble() == null
                        ? "too many of its last units failed. Look at its log and at its load."
                        : status.trouble() + ". Look whether it runs and whether this server may connect."));
    }

    private static Finding pool(NodeSignals node) {
        boolean full = node.inUse() >= node.maximumPoolSize();
        return Finding.of(AlertRule.POOL_EXHAUSTED, node.status().name(), full && node.waiting() > 0,
                !full && node.waiting() == 0,
                "All " + node.maximumPoolSize() + " connections to " + node.status().name() + " are in use and "
                        + node.waiting() + " units wait. Look for slow statements, or allow more connections "
                        + "(MSWADA_DB_POOL_MAXIMUM_SIZE).");
    }

    private Finding lag(NodeSignals node) {
        ServerStatus status = node.status();
        long bytes = status.lagBytes().orElse(0);
        Duration time = status.lag().orElse(Duration.ZERO);
        boolean bad = bytes >= limits.lagBytes() || time.compareTo(limits.lag()) >= 0;
        boolean well = bytes < limits.lagBytes() / 2 && time.compareTo(limits.lag().dividedBy(2)) < 0;
        return Finding.of(AlertRule.LAG, status.name(), bad, well,
                status.name() + " is " + bytes + " bytes and " + time.toSeconds()
                        + " s behind the primary, so reads go "
                        + "elsewhere. Look at its load, its network, and at long queries there that hold up replay.");
    }

    private static Finding share(AlertRule rule, Rates rates, long count, int limitPercent, String words) {
        long percent = rates.percent(count);
        boolean bad = count >= LEAST && percent >= limitPercent;
        return Finding.of(rule, Signals.ALL, bad, count < LEAST / 2 || percent < Math.ceilDiv(limitPercent, 2),
                "Among the " + rates.units() + " units of the last minute there were " + count + words);
    }
}
