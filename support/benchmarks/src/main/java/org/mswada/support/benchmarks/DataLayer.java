package org.mswada.support.benchmarks;

import dagger.BindsInstance;
import dagger.Component;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.mswada.db.DatabaseModule;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.service.DatabaseService;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.SponsorRepository;

/** The data layer as the server builds it. */
@Singleton
@Component(modules = DatabaseModule.class)
interface DataLayer {
    DatabaseService database();

    BillRepository bills();

    BillWriteRepository billWrites();

    SponsorRepository sponsors();

    LegislatureRepository legislatures();

    /** Builds it. */
    @Component.Factory
    interface Factory {
        DataLayer create(@BindsInstance DatabaseConfig database, @BindsInstance ExecutionLimits limits,
                @BindsInstance MeterRegistry registry);
    }
}
