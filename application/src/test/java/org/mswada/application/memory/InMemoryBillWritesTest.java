package org.mswada.application.memory;

import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.BillRefusalsContract;
import org.mswada.support.portcontracts.BillWriteRepositoryContract;

/** The fake keeps the port's contract, or the tests that stand on it would lie. */
final class InMemoryBillWritesTest implements BillWriteRepositoryContract, BillRefusalsContract {
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
}
