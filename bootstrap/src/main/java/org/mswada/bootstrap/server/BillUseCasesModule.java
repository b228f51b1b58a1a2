package org.mswada.bootstrap.server;

import dagger.Module;
import dagger.Provides;
import org.mswada.application.bill.AppendActions;
import org.mswada.application.bill.CloseSession;
import org.mswada.application.bill.CountBills;
import org.mswada.application.bill.CreateBill;
import org.mswada.application.bill.CreateBills;
import org.mswada.application.bill.DeleteBill;
import org.mswada.application.bill.DeleteBills;
import org.mswada.application.bill.EditBill;
import org.mswada.application.bill.GetBill;
import org.mswada.application.bill.GetBills;
import org.mswada.application.bill.GetEngagement;
import org.mswada.application.bill.GetStatusHistory;
import org.mswada.application.bill.ListBills;
import org.mswada.application.bill.ListBillsIncluding;
import org.mswada.application.bill.ListMostEngagedBills;
import org.mswada.application.bill.ListRelatedBills;
import org.mswada.application.bill.LookUpBill;
import org.mswada.application.bill.LookUpBillByExternalId;
import org.mswada.application.bill.RecordEngagement;
import org.mswada.application.bill.ReplaceSponsorships;
import org.mswada.application.bill.RestoreBill;
import org.mswada.application.bill.SearchBills;
import org.mswada.application.bill.TransitionBill;
import org.mswada.application.bill.UpdateBill;
import org.mswada.application.bill.UpdateBills;
import org.mswada.domain.bill.BillEngagementRepository;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillSearchRepository;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.storage.UnitOfWork;

/** The use cases of bills, which know no framework and so are called here. */
@Module
interface BillUseCasesModule {
    @Provides
    static GetBill getBill(UnitOfWork units, BillRepository bills) {
        return new GetBill(units, bills);
    }

    @Provides
    static GetBills getBills(UnitOfWork units, BillRepository bills) {
        return new GetBills(units, bills);
    }

    @Provides
    static LookUpBill lookUpBill(UnitOfWork units, BillRepository bills) {
        return new LookUpBill(units, bills);
    }

    @Provides
    static LookUpBillByExternalId lookUpBillByExternalId(UnitOfWork units, BillRepository bills) {
        return new LookUpBillByExternalId(units, bills);
    }

    @Provides
    static ListBills listBills(UnitOfWork units, BillRepository bills) {
        return new ListBills(units, bills);
    }

    @Provides
    static ListBillsIncluding listBillsIncluding(UnitOfWork units, BillRepository bills) {
        return new ListBillsIncluding(units, bills);
    }

    @Provides
    static CountBills countBills(UnitOfWork units, BillRepository bills) {
        return new CountBills(units, bills);
    }

    @Provides
    static SearchBills searchBills(UnitOfWork units, BillSearchRepository search) {
        return new SearchBills(units, search);
    }

    @Provides
    static ListRelatedBills listRelatedBills(UnitOfWork units, BillRepository bills) {
        return new ListRelatedBills(units, bills);
    }

    @Provides
    static GetStatusHistory getStatusHistory(UnitOfWork units, BillRepository bills) {
        return new GetStatusHistory(units, bills);
    }

    @Provides
    static CreateBills createBills(UnitOfWork units, LegislatureRepository legislatures, BillWriteRepository bills,
            IdSource ids) {
        return new CreateBills(units, legislatures, bills, ids);
    }

    @Provides
    static CreateBill createBill(CreateBills batch) {
        return new CreateBill(batch);
    }

    @Provides
    static UpdateBills updateBills(UnitOfWork units, BillWriteRepository bills) {
        return new UpdateBills(units, bills);
    }

    @Provides
    static UpdateBill updateBill(UpdateBills batch) {
        return new UpdateBill(batch);
    }

    @Provides
    static EditBill editBill(UnitOfWork units, BillRepository bills, BillWriteRepository writes) {
        return new EditBill(units, bills, writes);
    }

    @Provides
    static DeleteBills deleteBills(UnitOfWork units, BillWriteRepository bills) {
        return new DeleteBills(units, bills);
    }

    @Provides
    static DeleteBill deleteBill(DeleteBills batch) {
        return new DeleteBill(batch);
    }

    @Provides
    static RestoreBill restoreBill(UnitOfWork units, BillWriteRepository bills) {
        return new RestoreBill(units, bills);
    }

    @Provides
    static AppendActions appendActions(UnitOfWork units, BillRepository bills, BillWriteRepository writes) {
        return new AppendActions(units, bills, writes);
    }

    @Provides
    static TransitionBill transitionBill(AppendActions actions) {
        return new TransitionBill(actions);
    }

    @Provides
    static ReplaceSponsorships replaceSponsorships(UnitOfWork units, BillWriteRepository bills) {
        return new ReplaceSponsorships(units, bills);
    }

    @Provides
    static CloseSession closeSession(UnitOfWork units, LegislatureRepository legislatures, BillWriteRepository bills) {
        return new CloseSession(units, legislatures, bills);
    }

    @Provides
    static RecordEngagement recordEngagement(UnitOfWork units, BillEngagementRepository engagement) {
        return new RecordEngagement(units, engagement);
    }

    @Provides
    static GetEngagement getEngagement(UnitOfWork units, BillEngagementRepository engagement) {
        return new GetEngagement(units, engagement);
    }

    @Provides
    static ListMostEngagedBills listMostEngagedBills(UnitOfWork units, BillEngagementRepository engagement) {
        return new ListMostEngagedBills(units, engagement);
    }
}
