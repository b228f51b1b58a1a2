package org.mswada.bootstrap.server;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.mswada.application.importing.BatchWriter;
import org.mswada.application.importing.DefinitionWriter;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.importing.ImportRecords;
import org.mswada.application.importing.RehearseImport;
import org.mswada.application.importing.SponsorProfiles;
import org.mswada.application.importing.StoredRecords;
import org.mswada.application.importing.StoredReferences;
import org.mswada.domain.bill.BillHashes;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.identity.TimeOrderedIds;
import org.mswada.domain.legislature.LegislatureDirectory;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.UnitOfWork;

/** The use cases, which know no framework and so are called here. */
@Module(includes = {
        BillUseCasesModule.class,
        SponsorUseCasesModule.class,
        TrackingUseCasesModule.class,
        UserUseCasesModule.class})
interface UseCasesModule {
    @Provides
    @Singleton
    static IdSource ids() {
        return new TimeOrderedIds(InstantSource.system(), new SecureRandom());
    }

    @Provides
    static BatchWriter batchWriter(UnitOfWork units, LegislatureRepository legislatures, SponsorRepository sponsors,
            BillWriteRepository bills, IdSource ids) {
        return new BatchWriter(units, legislatures, sponsors, bills, ids);
    }

    @Provides
    static ImportBills importBills(BatchWriter writer) {
        return new ImportBills(writer);
    }

    @Provides
    static SponsorProfiles sponsorProfiles(SponsorRepository sponsors, LegislatureRepository legislatures,
            IdSource ids) {
        return new SponsorProfiles(sponsors, legislatures, ids);
    }

    @Provides
    static StoredRecords storedRecords(UnitOfWork units, BillHashes hashes, LegislatureDirectory legislatures,
            SponsorProfiles sponsors) {
        return new StoredRecords(units, hashes, legislatures, sponsors);
    }

    @Provides
    static ImportRecords importRecords(UnitOfWork units, StoredRecords stored, BatchWriter bills,
            LegislatureDirectory legislatures, SponsorProfiles sponsors, IdSource ids) {
        return new ImportRecords(stored, bills, new DefinitionWriter(units, legislatures, sponsors, ids));
    }

    @Provides
    static RehearseImport rehearseImport(StoredRecords stored) {
        return new RehearseImport(stored);
    }

    @Provides
    static StoredReferences storedReferences(UnitOfWork units, LegislatureDirectory legislatures,
            SponsorRepository sponsors) {
        return new StoredReferences(units, legislatures, sponsors);
    }
}
