package org.mswada.db.repository;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.SponsorDirectoryContract;
import org.mswada.support.portcontracts.SponsorSearchContract;

final class JooqSponsorDirectoryTest implements SponsorDirectoryContract, SponsorSearchContract {
    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Override
    public UnitOfWork units() {
        return database.units();
    }

    @Override
    public SponsorDirectory directory() {
        return new JooqSponsorDirectory();
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
