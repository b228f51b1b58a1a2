package org.mswada.db.repository;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.SponsorshipLinkStatesContract;
import org.mswada.support.portcontracts.SponsorshipLinksContract;

final class JooqSponsorshipLinksTest implements SponsorshipLinksContract, SponsorshipLinkStatesContract {
    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Override
    public UnitOfWork units() {
        return database.units();
    }

    @Override
    public SponsorshipLinks links() {
        return new JooqSponsorshipLinks();
    }

    @Override
    public SponsorRepository sponsors() {
        return new JooqSponsorRepository();
    }

    @Override
    public BillWriteRepository billWrites() {
        return new JooqBillWriteRepository();
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
