package org.mswada.db.repository;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.UserRepository;
import org.mswada.support.portcontracts.UserListsContract;
import org.mswada.support.portcontracts.UserRepositoryContract;

final class JooqUserRepositoryTest implements UserRepositoryContract, UserListsContract {
    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Override
    public UnitOfWork units() {
        return database.units();
    }

    @Override
    public UserRepository users() {
        return new JooqUserRepository();
    }
}
