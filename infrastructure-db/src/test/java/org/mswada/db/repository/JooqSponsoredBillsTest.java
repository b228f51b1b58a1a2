package org.mswada.db.repository;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsorship.SponsoredBills;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.SponsoredBillsContract;

final class JooqSponsoredBillsTest implements SponsoredBillsContract {
    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Override
    public UnitOfWork units() {
        return database.units();
    }

    @Override
    public SponsoredBills sponsoredBills() {
        return new JooqSponsoredBills();
    }

    @Override
    public SponsorRepository sponsors() {
        return new JooqSponsorRepository();
    }

    @Override
    public BillWriteRepository bills() {
        return new JooqBillWriteRepository();
    }

    @Override
    public LegislatureRepository legislatures() {
        return new JooqLegislatureRepository();
    }
}
