package org.mswada.db;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.repository.RepositoriesModule;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.DatabaseServices;
import org.mswada.domain.storage.UnitOfWork;

/** What the database side offers; it needs a {@link DatabaseConfig}, {@link ExecutionLimits} and a {@link MeterRegistry}. */
@Module(includes = RepositoriesModule.class)
public interface DatabaseModule {
    /** The one service; whoever asks for it shuts it down. */
    @Provides
    @Singleton
    static DatabaseService service(DatabaseConfig config, ExecutionLimits limits, MeterRegistry registry) {
        return DatabaseServices.open(config, limits, config.slowLimit(), registry);
    }

    /** What use cases see of it. */
    @Binds
    UnitOfWork units(DatabaseService service);
}
