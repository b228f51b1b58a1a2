package org.mswada.db.repository;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillRepositoryContract;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.storage.UnitOfWork;

final class JooqBillRepositoryTest implements BillRepositoryContract {
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
    public LegislatureRepository legislatures() {
        return new JooqLegislatureRepository();
    }
}
