package org.mswada.application.user;

import java.util.List;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserRepository;

/** Searches users by name and address. */
public final class SearchUsers {
    private static final Operation SEARCH = Operation.read("user.search");

    private final UnitOfWork units;
    private final UserRepository users;

    /** Reads {@code users} in units of {@code units}. */
    public SearchUsers(UnitOfWork units, UserRepository users) {
        this.units = units;
        this.users = users;
    }

    /** Returns the users who are most like this, the best first. */
    public List<User> byText(String text, int limit) {
        return units.snapshot(SEARCH, session -> users.search(session, text, limit));
    }
}
