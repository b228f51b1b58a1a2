package org.mswada.bootstrap.server;

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

/** What can be done with bills. */
interface BillUseCases {
    GetBill getBill();

    GetBills getBills();

    LookUpBill lookUpBill();

    LookUpBillByExternalId lookUpBillByExternalId();

    ListBills listBills();

    ListBillsIncluding listBillsIncluding();

    CountBills countBills();

    SearchBills searchBills();

    ListRelatedBills listRelatedBills();

    GetStatusHistory getStatusHistory();

    CreateBills createBills();

    CreateBill createBill();

    UpdateBills updateBills();

    UpdateBill updateBill();

    EditBill editBill();

    DeleteBills deleteBills();

    DeleteBill deleteBill();

    RestoreBill restoreBill();

    AppendActions appendActions();

    TransitionBill transitionBill();

    ReplaceSponsorships replaceSponsorships();

    CloseSession closeSession();

    RecordEngagement recordEngagement();

    GetEngagement getEngagement();

    ListMostEngagedBills listMostEngagedBills();
}
