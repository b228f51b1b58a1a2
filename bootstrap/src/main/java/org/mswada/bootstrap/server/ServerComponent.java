package org.mswada.bootstrap.server;

import dagger.BindsInstance;
import dagger.Component;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.mswada.application.bill.CloseSession;
import org.mswada.application.bill.GetBill;
import org.mswada.application.bill.ListBills;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.importing.ImportRecords;
import org.mswada.application.importing.RehearseImport;
import org.mswada.application.importing.StoredReferences;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.application.sponsor.LinkSponsorships;
import org.mswada.application.sponsor.RecomputeSponsorMetrics;
import org.mswada.application.user.SignIn;
import org.mswada.db.DatabaseModule;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.service.DatabaseService;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.http.ApiRoutes;

/** All parts and what they need. */
@Singleton
@Component(modules = {
        DatabaseModule.class,
        RoutesModule.class,
        UseCasesModule.class})
public interface ServerComponent {
    /** The database, to be shut down at the end. */
    DatabaseService database();

    /** Jurisdictions and sessions. */
    LegislatureRepository legislatures();

    /** Finds a bill by id. */
    GetBill getBill();

    /** Lists bills. */
    ListBills listBills();

    /** Closes sessions. */
    CloseSession closeSession();

    /** Finds a sponsor. */
    GetSponsor getSponsor();

    /** What the public API can do. */
    ApiRoutes apiRoutes();

    /** Says who somebody is. */
    SignIn signIn();

    /** Loads bills. */
    ImportBills importBills();

    /** Loads bills and what they refer to, or sponsors alone. */
    ImportRecords importRecords();

    /** Says what loading would do. */
    RehearseImport rehearseImport();

    /** What files may refer to. */
    StoredReferences storedReferences();

    /** Finds out who is meant by printed names. */
    LinkSponsorships linkSponsorships();

    /** Counts the work of sponsors. */
    RecomputeSponsorMetrics recomputeSponsorMetrics();

    /** Builds the parts. */
    @Component.Factory
    interface Factory {
        /** Builds the parts over this database, which count in this registry. */
        ServerComponent create(@BindsInstance DatabaseConfig database, @BindsInstance ExecutionLimits limits,
                @BindsInstance MeterRegistry registry);
    }
}
