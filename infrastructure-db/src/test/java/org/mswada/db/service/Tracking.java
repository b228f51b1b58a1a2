package org.mswada.db.service;

import java.time.Duration;
import java.util.List;
import org.mswada.db.connection.DatabaseConfig;

/** Whether a service knows positions, as where replicas are configured: what is promised holds in both. */
enum Tracking {
    UNTRACKED {
        @Override
        DatabaseConfig of(DatabaseConfig config) {
            return config;
        }
    },
    /** By a replica that nobody can reach, so that all units come to the primary. */
    TRACKED {
        @Override
        DatabaseConfig of(DatabaseConfig config) {
            return config.withReplicas(List.of("jdbc:postgresql://127.0.0.1:1/nowhere"));
        }
    };

    private static final Duration LIMIT = Duration.ofSeconds(20);

    abstract DatabaseConfig of(DatabaseConfig config);

    /** Waits until it is known who writes: before, no token can say which cluster it is of. */
    static DatabaseService known(DatabaseService service) {
        Await.until("the writer is known", LIMIT, () -> service.healthCheck().servers().getFirst().status().isWriter());
        return service;
    }
}
