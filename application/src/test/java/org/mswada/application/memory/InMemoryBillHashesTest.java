package org.mswada.application.memory;

import org.mswada.domain.bill.BillHashes;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.BillHashesContract;

/** The fake keeps the port's contract, or the tests that stand on it would lie. */
final class InMemoryBillHashesTest implements BillHashesContract {
    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public UnitOfWork units() {
        return storage;
    }

    @Override
    public BillHashes hashes() {
        return new InMemoryBillHashes(storage);
    }

    @Override
    public BillWriteRepository bills() {
        return new InMemoryBillWrites(storage, bill -> false);
    }

    @Override
    public LegislatureRepository legislatures() {
        return new InMemoryLegislatures(storage);
    }
}
