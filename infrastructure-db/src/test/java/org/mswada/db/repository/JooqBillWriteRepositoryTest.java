package org.mswada.db.repository;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.BillRefusalsContract;
import org.mswada.support.portcontracts.BillWriteRepositoryContract;

final class JooqBillWriteRepositoryTest implements BillWriteRepositoryContract, BillRefusalsContract {
    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Override
    public UnitOfWork units() {
        return database.units();
    }

    @Override
    public BillRepository bills() {
        return new JooqBillRepository();
    }

    @Override
    public BillWriteRepository billWrites() {
        return new JooqBillWriteRepository();
    }

    @Override
    public LegislatureRepository legislatures() {
        return new JooqLegislatureRepository();
    }
}
