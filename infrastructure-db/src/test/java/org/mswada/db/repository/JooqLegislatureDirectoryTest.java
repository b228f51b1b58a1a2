package org.mswada.db.repository;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.legislature.LegislatureDirectory;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.portcontracts.LegislatureDirectoryContract;

final class JooqLegislatureDirectoryTest implements LegislatureDirectoryContract {
    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Override
    public UnitOfWork units() {
        return database.units();
    }

    @Override
    public LegislatureDirectory directory() {
        return new JooqLegislatureDirectory();
    }
}
