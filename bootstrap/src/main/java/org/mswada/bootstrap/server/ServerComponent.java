package org.mswada.bootstrap.server;

import dagger.BindsInstance;
import dagger.Component;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.importing.ImportRecords;
import org.mswada.application.importing.RehearseImport;
import org.mswada.application.importing.StoredReferences;
import org.mswada.db.DatabaseModule;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.service.DatabaseService;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.http.ApiRoutes;

/** All parts and what they need; whatever the application can do is to be had here. */
@Singleton
@Component(modules = {
        DatabaseModule.class,
        RoutesModule.class,
        UseCasesModule.class})
public interface ServerComponent extends BillUseCases, SponsorUseCases, UserUseCases, TrackingUseCases {
    /** The database, to be shut down at the end. */
    DatabaseService database();

    /** Jurisdictions and sessions. */
    LegislatureRepository legislatures();

    /** What the public API can do. */
    ApiRoutes apiRoutes();

    /** Loads bills. */
    ImportBills importBills();

    /** Loads bills and what they refer to, or sponsors alone. */
    ImportRecords importRecords();

    /** Says what loading would do. */
    RehearseImport rehearseImport();

    /** What files may refer to. */
    StoredReferences storedReferences();

    /** Builds the parts. */
    @Component.Factory
    interface Factory {
        /** Builds the parts over this database, which count in this registry. */
        ServerComponent create(@BindsInstance DatabaseConfig database, @BindsInstance ExecutionLimits limits,
                @BindsInstance MeterRegistry registry);
    }
}
