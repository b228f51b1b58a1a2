package org.mswada.application.memory;

import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.SponsorRepositoryContract;

/** The fake keeps the port's contract, or the tests that stand on it would lie. */
final class InMemorySponsorsTest implements SponsorRepositoryContract {
    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public UnitOfWork units() {
        return storage;
    }

    @Override
    public SponsorRepository sponsors() {
        return new InMemorySponsors(storage);
    }

    @Override
    public LegislatureRepository legislatures() {
        return new InMemoryLegislatures(storage);
    }
}
