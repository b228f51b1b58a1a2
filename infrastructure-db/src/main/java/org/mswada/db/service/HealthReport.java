package org.mswada.db.service;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mswada.db.connection.PoolRole;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.ProbeResult;
import org.mswada.db.health.ServerStatus;

/** Puts what is known of the servers into words. */
final class HealthReport {
    private static final int CONFIGURED_PRIMARY = 0;

    private final ClusterView view;
    private final ServerProbes probes;
    private final UnitRunner runner;

    HealthReport(ClusterView view, ServerProbes probes, UnitRunner runner) {
        this.view = view;
        this.probes = probes;
        this.runner = runner;
    }

    HealthCheckResult now() {
        List<ServerHealth> servers = IntStream.range(0, view.size()).mapToObj(this::server).toList();
        int writerPlace = IntStream.range(0, servers.size()).filter(place -> servers.get(place).status().isWriter())
                .findFirst().orElse(CONFIGURED_PRIMARY);
        ServerHealth writer = servers.get(writerPlace);
        boolean standbysServe = servers.stream().anyMatch(ServerHealth::serves);
        List<String> issues = new ArrayList<>();
        for (int place = 0; place < servers.size(); place++) {
            addIssues(issues, place, servers.get(place), place == writerPlace);
        }
        boolean writes = writer.status().isWriter() && works(writer.write());
        boolean reads = standbysServe || (writer.status().reachable() && works(writer.read()));
        if (!writes && standbysServe) {
            issues.add("Nothing can be written; reads go on, on the replicas.");
        }
        return new HealthCheckResult(status(reads && (writes || standbysServe), issues), issues,
                writer.status().latency(),
                writer.status().role(), worse(writer.read().circuit(), writer.write().circuit()),
                servers.stream().mapToInt(each -> each.read().use().total() + each.write().use().total()).sum(),
                writer.write().available() + servers.stream().mapToInt(each -> each.read().available()).sum(),
                servers);
    }

    private static HealthCheckResult.Status status(boolean works, List<String> issues) {
        if (!works) {
            return HealthCheckResult.Status.UNHEALTHY;
        }
        return issues.isEmpty() ? HealthCheckResult.Status.HEALTHY : HealthCheckResult.Status.DEGRADED;
    }

    private ServerHealth server(int place) {
        return new ServerHealth(view.status(place), NodeHealth.of(runner.node(place, PoolRole.READ)),
                NodeHealth.of(runner.node(place, PoolRole.WRITE)));
    }

    private static boolean works(NodeHealth node) {
        return node.circuit() != CircuitState.OPEN && !node.hasNoConnection();
    }

    private static CircuitState worse(CircuitState one, CircuitState other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void addIssues(List<String> issues, int place, ServerHealth server, boolean isWriter) {
        issues.addAll(server.status().reasons());
        ProbeResult last = probes.last(place);
        if (!last.reachable() && server.status().reachable()) {
            issues.add("Of " + server.status().name() + " nothing is known: " + last.trouble());
        }
        addIssues(issues, server.status(), server.read());
        if (isWriter) {
            addIssues(issues, server.status(), server.write());
        }
    }

    private static void addIssues(List<String> issues, ServerStatus server, NodeHealth node) {
        String what = server.name() + ", connections to " + node.role().label();
        if (node.circuit() == CircuitState.OPEN) {
            issues.add(what + ": the circuit is open; units are refused until a probe succeeds.");
        } else if (node.circuit() == CircuitState.HALF_OPEN) {
            issues.add(what + ": the circuit is half open; a few units are let through to see whether all is well.");
        }
        if (server.reachable() && node.trouble().isPresent()) {
            issues.add(what + ": none can be opened (" + node.trouble().get() + "); " + node.use().total()
                    + " are open and serve on. Mend what the message says; it is tried again for whoever needs one.");
        }
        if (node.available() == 0) {
            issues.add(what + ": all " + node.maximumPoolSize() + " are in use and " + node.waiting()
                    + " units wait. Look for slow statements, or allow more connections.");
        }
    }
}
