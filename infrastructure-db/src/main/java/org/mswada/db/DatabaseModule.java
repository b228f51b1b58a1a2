package org.mswada.db;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import org.mswada.db.connection.ConnectionPool;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.TransactionalUnitOfWork;
import org.mswada.db.repository.RepositoriesModule;
import org.mswada.domain.storage.UnitOfWork;

/** What the database side offers; it needs a {@link DatabaseConfig}. */
@Module(includes = RepositoriesModule.class)
public interface DatabaseModule {
    /** The one pool; whoever asks for it closes it. */
    @Provides
    @Singleton
    static ConnectionPool pool(DatabaseConfig config) {
        return new ConnectionPool(config);
    }

    /** The one way to a session. */
    @Provides
    @Singleton
    static UnitOfWork units(ConnectionPool pool) {
        return new TransactionalUnitOfWork(pool);
    }
}
