package org.mswada.http;

import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.UserRepository;
import org.mswada.support.portcontracts.UserRepositoryContract;

/** The fake keeps the port's contract, or the tests that stand on it would lie. */
final class InMemoryUsersTest implements UserRepositoryContract {
    private final InMemoryUnits units = new InMemoryUnits(() -> {});
    private final InMemoryUsers users = new InMemoryUsers();

    @Override
    public UnitOfWork units() {
        return units;
    }

    @Override
    public UserRepository users() {
        return users;
    }
}
