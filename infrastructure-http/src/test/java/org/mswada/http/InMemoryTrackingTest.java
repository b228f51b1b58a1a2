package org.mswada.http;

import org.mswada.application.bill.BillDetails;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.user.UserRepository;
import org.mswada.support.portcontracts.TrackingRepositoryContract;

/** The fake keeps the port's contract, or the tests that stand on it would lie. */
final class InMemoryTrackingTest implements TrackingRepositoryContract {
    private static final BillDetails BILL = Samples.bills().getFirst();

    private final InMemoryUnits units = new InMemoryUnits(() -> {});
    private final InMemoryBills bills = new InMemoryBills(Samples.bills());
    private final InMemoryUsers users = new InMemoryUsers();
    private final InMemoryTracking tracking = new InMemoryTracking(bills, users);

    @Override
    public UnitOfWork units() {
        return units;
    }

    @Override
    public TrackingRepository tracking() {
        return tracking;
    }

    @Override
    public UserRepository users() {
        return users;
    }

    @Override
    public JurisdictionCode jurisdiction() {
        return InMemoryLegislatures.JURISDICTION;
    }

    @Override
    public SponsorId storeSponsor() {
        return Samples.MEMBER.id();
    }

    @Override
    public BillId storeBill() {
        return BILL.bill().overview().id();
    }

    @Override
    public void deleteBill(BillId bill) {
        bills.bills.removeIf(each -> each.bill().overview().id().equals(bill));
    }

    @Override
    public void restoreBill(BillId bill) {
        bills.bills.add(BILL);
    }
}
