package org.mswada.support.testdatabase;

import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/** A server of our own, fast instead of durable, that leaves nothing behind. */
record EmbeddedSource(EmbeddedPostgres server) implements ServerSource {

    static EmbeddedSource start() {
        return new EmbeddedSource(EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary()));
    }

    @Override
    public DatabaseAddress maintenance() {
        PostgresAddress address = server.address();
        return new DatabaseAddress(address.jdbcUrl("postgres"), address.user(), address.password());
    }

    @Override
    public void close() {
        server.close();
    }
}
