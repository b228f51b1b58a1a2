package org.mswada.application.memory;

import org.mswada.domain.legislature.LegislatureDirectory;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.LegislatureDirectoryContract;

/** The fake keeps the port's contract, or the tests that stand on it would lie. */
final class InMemoryLegislatureDirectoryTest implements LegislatureDirectoryContract {
    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public UnitOfWork units() {
        return storage;
    }

    @Override
    public LegislatureDirectory directory() {
        return new InMemoryLegislatureDirectory(storage);
    }
}
