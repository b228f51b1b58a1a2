package org.mswada.bootstrap.server;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.mswada.application.importing.BatchWriter;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.importing.ImportSponsors;
import org.mswada.application.importing.SponsorBatchWriter;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.application.sponsor.LinkSponsorships;
import org.mswada.application.sponsor.RecomputeSponsorMetrics;
import org.mswada.application.user.RegisterUser;
import org.mswada.application.user.SignIn;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.identity.TimeOrderedIds;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.UserRepository;

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
    static SignIn signIn(UnitOfWork units, UserRepository users, IdSource ids) {
        return new SignIn(units, users, new RegisterUser(units, users, ids));
    }

    @Provides
    static ImportBills importBills(UnitOfWork units, LegislatureRepository legislatures, SponsorRepository sponsors,
            BillWriteRepository bills, IdSource ids) {
        return new ImportBills(new BatchWriter(units, legislatures, sponsors, bills, ids));
    }

    @Provides
    static ImportSponsors importSponsors(UnitOfWork units, LegislatureRepository legislatures,
            SponsorRepository sponsors, IdSource ids) {
        return new ImportSponsors(new SponsorBatchWriter(units, legislatures, sponsors, ids));
    }

    @Provides
    static LinkSponsorships linkSponsorships(UnitOfWork units, SponsorshipLinks links) {
        return new LinkSponsorships(units, links);
    }

    @Provides
    static RecomputeSponsorMetrics recomputeSponsorMetrics(UnitOfWork units, SponsorDirectory directory) {
        return new RecomputeSponsorMetrics(units, directory);
    }
}
