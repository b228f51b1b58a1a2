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
import org.mswada.http.ApiRoutes;
import org.mswada.http.bill.BillRoutes;
import org.mswada.http.bill.BillWriteRoutes;
import org.mswada.http.sponsor.SponsorRoutes;
import org.mswada.http.tracking.TrackingRoutes;
import org.mswada.http.user.MeRoutes;

/** The routes of the public API. */
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
    static SponsorRoutes sponsors(GetSponsor getSponsor, ListSponsors listSponsors, SearchSponsors searchSponsors) {
        return new SponsorRoutes(getSponsor, listSponsors, searchSponsors);
    }

    @Provides
    static MeRoutes me(GetAccount getAccount, EditAccount editAccount, SaveProfile saveProfile, EraseUser eraseUser) {
        return new MeRoutes(getAccount, editAccount, saveProfile, eraseUser);
    }

    @Provides
    static TrackingRoutes tracking(Follow follow, Unfollow unfollow, ListTracking listTracking) {
        return new TrackingRoutes(follow, unfollow, listTracking);
    }
}
