package org.mswada.db.repository;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillSearchRepository;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.BillSearchRepositoryContract;

/** The same for a planner who takes every word for a common one: it may err in what it expects, and nobody else does. */
final class JooqBillSearchOfCommonWordsTest implements BillSearchRepositoryContract {
    private static final SearchLimits EVERY_WORD_IS_COMMON = new SearchLimits(5_000, 1_000, 50_000, -1, 100_000);

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

    @Override
    public BillSearchRepository search() {
        return new JooqBillSearchRepository(new BillMatching(EVERY_WORD_IS_COMMON));
    }
}
