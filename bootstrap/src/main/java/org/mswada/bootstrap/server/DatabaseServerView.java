package org.mswada.bootstrap.server;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.PoolHistory;
import org.mswada.db.health.HealthHistory;
import org.mswada.db.health.ServerStatus;
import org.mswada.db.service.NodeHealth;
import org.mswada.db.service.ServerHealth;

/** A server of the database, as the admin port shows it. */
record DatabaseServerView(String name, String role, boolean takesWrites, boolean takesReads, double latencyMillis,
        @Nullable Long lagBytes, @Nullable Long lagMillis, List<PoolView> pools,
        List<ChangeView> history) {
    static DatabaseServerView of(ServerHealth server, List<HealthHistory.Change> history) {
        ServerStatus status = server.status();
        return new DatabaseServerView(status.name(), ServerAdministration.label(status.role()), status.isWriter(),
                status.fit(), ServerAdministration.millis(status.latency()),
                status.lagBytes().isPresent() ? status.lagBytes().getAsLong() : null,
                status.lag().map(lag -> lag.toMillis()).orElse(null),
                Stream.of(server.read(), server.write()).map(PoolView::of).toList(),
                history.stream().map(ChangeView::of).toList());
    }

    /** What became of it. */
    record ChangeView(Instant at, String state, String reason) {
        static ChangeView of(HealthHistory.Change change) {
            return new ChangeView(change.at(), change.state(), change.reason());
        }
    }

    /** A pool of connections to it. */
    record PoolView(String name, String circuit, int size, int active, int available, int waitingUnits,
            @Nullable String trouble, List<EventView> history) {
        static PoolView of(NodeHealth node) {
            return new PoolView(node.pool(), ServerAdministration.label(node.circuit()), node.use().total(),
                    node.use().active(), node.available(), node.waiting(), node.trouble().orElse(null),
                    node.history().stream().map(EventView::of).toList());
        }
    }

    /** Something that happened to a pool. */
    record EventView(Instant at, String what) {
        static EventView of(PoolHistory.Event event) {
            return new EventView(event.at(), event.what());
        }
    }
}
