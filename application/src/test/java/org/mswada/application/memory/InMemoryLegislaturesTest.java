package org.mswada.application.memory;

import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.LegislatureRepositoryContract;

/** The fake keeps the port's contract, or the tests that stand on it would lie. */
final class InMemoryLegislaturesTest implements LegislatureRepositoryContract {
    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public UnitOfWork units() {
        return storage;
    }

    @Override
    public LegislatureRepository legislatures() {
        return new InMemoryLegislatures(storage);
    }
}
