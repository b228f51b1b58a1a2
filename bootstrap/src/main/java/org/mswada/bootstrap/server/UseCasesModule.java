package org.mswada.bootstrap.server;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.mswada.application.importing.BatchWriter;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.identity.TimeOrderedIds;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.UnitOfWork;

/** The use cases, which know no framework and so are called here. */
@Module(includes = BillUseCasesModule.class)
interface UseCasesModule {
    @Provides
    @Singleton
    static IdSource ids() {
        return new TimeOrderedIds(InstantSource.system(), new SecureRandom());
    }

    @Provides
    static GetSponsor getSponsor(UnitOfWork units, SponsorRepository sponsors) {
        return new GetSponsor(units, sponsors);
    }

    @Provides
    static ImportBills importBills(UnitOfWork units, LegislatureRepository legislatures, SponsorRepository sponsors,
            BillWriteRepository bills, IdSource ids) {
        return new ImportBills(new BatchWriter(units, legislatures, sponsors, bills, ids));
    }
}
