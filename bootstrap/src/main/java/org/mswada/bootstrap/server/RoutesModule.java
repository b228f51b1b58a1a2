package org.mswada.bootstrap.server;

import dagger.Module;
import dagger.Provides;
import org.mswada.application.bill.CreateBill;
import org.mswada.application.bill.EditBill;
import org.mswada.application.bill.GetBill;
import org.mswada.application.bill.ListBills;
import org.mswada.application.bill.ListBillsIncluding;
import org.mswada.application.bill.LookUpBill;
import org.mswada.application.bill.SearchBills;
import org.mswada.application.bill.TransitionBill;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.application.sponsor.ListSponsors;
import org.mswada.application.sponsor.SearchSponsors;
import org.mswada.application.tracking.Follow;
import org.mswada.application.tracking.ListTracking;
import org.mswada.application.tracking.Unfollow;
import org.mswada.application.user.EditAccount;
import org.mswada.application.user.EraseUser;
import org.mswada.application.user.GetAccount;
import org.mswada.application.user.SaveProfile;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.user.UserRepository;
import org.mswada.http.ApiRoutes;
import org.mswada.http.bill.BillRoutes;
import org.mswada.http.bill.BillWriteRoutes;
import org.mswada.http.sponsor.SponsorRoutes;
import org.mswada.http.tracking.TrackingRoutes;
import org.mswada.http.user.MeRoutes;

/** The routes of the public API, with the use cases behind them that nobody else calls. */
@Module
interface RoutesModule {
    @Provides
    static ApiRoutes apiRoutes(BillRoutes bills, BillWriteRoutes billWrites, SponsorRoutes sponsors, MeRoutes me,
            TrackingRoutes tracking) {
        return new ApiRoutes(bills, billWrites, sponsors, me, tracking);
    }

    @Provides
    static BillRoutes bills(GetBill getBill, LookUpBill lookUpBill, ListBills listBills,
            ListBillsIncluding listBillsIncluding, SearchBills searchBills) {
        return new BillRoutes(getBill, lookUpBill, listBills, listBillsIncluding, searchBills);
    }

    @Provides
    static BillWriteRoutes billWrites(GetBill getBill, CreateBill createBill, EditBill editBill,
            TransitionBill transitionBill) {
        return new BillWriteRoutes(getBill, createBill, editBill, transitionBill);
    }

    @Provides
    static SponsorRoutes sponsors(UnitOfWork units, SponsorDirectory directory, GetSponsor getSponsor) {
        return new SponsorRoutes(getSponsor, new ListSponsors(units, directory),
                new SearchSponsors(units, directory));
    }

    @Provides
    static MeRoutes me(UnitOfWork units, UserRepository users) {
        return new MeRoutes(new GetAccount(units, users), new EditAccount(units, users),
                new SaveProfile(units, users), new EraseUser(units, users));
    }

    @Provides
    static TrackingRoutes tracking(UnitOfWork units, TrackingRepository tracking, IdSource ids) {
        return new TrackingRoutes(new Follow(units, tracking, ids), new Unfollow(units, tracking),
                new ListTracking(units, tracking));
    }
}
