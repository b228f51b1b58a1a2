package org.mswada.support.faultinjection;

import java.util.List;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.embeddedpostgres.ReplicatedServer;

/** A server whose processes may be broken. */
sealed interface Breakable {
    PostgresAddress address();

    long processId();

    List<Long> processIds();

    void restart();

    void close();

    /** A server of our own. */
    final class Own implements Breakable {
        private EmbeddedPostgres server;

        Own(EmbeddedPostgres server) {
            this.server = server;
        }

        @Override
        public PostgresAddress address() {
            return server.address();
        }

        @Override
        public long processId() {
            return server.processId();
        }

        @Override
        public List<Long> processIds() {
            return server.processIds();
        }

        @Override
        public void restart() {
            server = server.restart();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** A server of a cluster, which ends it. */
    record Clustered(ReplicatedServer server) implements Breakable {
        @Override
        public PostgresAddress address() {
            return server.address();
        }

        @Override
        public long processId() {
            return server.processId();
        }

        @Override
        public List<Long> processIds() {
            return server.processIds();
        }

        @Override
        public void restart() {
            server.restart();
        }

        @Override
        public void close() {
            // Belongs to its cluster.
        }
    }
}
