package org.mswada.db.repository;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.LegislatureRepositoryContract;
import org.mswada.domain.storage.UnitOfWork;

final class JooqLegislatureRepositoryTest implements LegislatureRepositoryContract {
    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Override
    public UnitOfWork units() {
        return database.units();
    }

    @Override
    public LegislatureRepository legislatures() {
        return new JooqLegislatureRepository();
    }
}
