package org.mswada.application.memory;

import java.util.UUID;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.UserId;
import org.mswada.support.portcontracts.TrackedBillsContract;

/** The fake keeps the port's contract, or the tests that stand on it would lie. */
final class InMemoryTrackedBillsTest implements TrackedBillsContract {
    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public UnitOfWork units() {
        return storage;
    }

    @Override
    public BillRepository bills() {
        return new InMemoryBills(storage);
    }

    @Override
    public BillWriteRepository billWrites() {
        return new InMemoryBillWrites(storage, bill -> false);
    }

    @Override
    public LegislatureRepository legislatures() {
        return new InMemoryLegislatures(storage);
    }

    @Override
    public UserId storeUser(String name) {
        return new UserId(UUID.randomUUID());
    }

    /** Here nobody hears of anything, so what is paused is what is not. */
    @Override
    public void follow(UserId user, BillId bill, boolean paused) {
        write(session -> storage.tables(session).tracked.add(new Tables.TrackedBill(user, bill)));
    }

    @Override
    public void followSubject(UserId user, String subject) {
        // Only bills are followed here.
    }
}
