package org.mswada.application.user;

import java.util.List;
import java.util.Optional;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.UserProfile;
import org.mswada.domain.user.UserRepository;

/** Finds the account of whoever asks. */
public final class GetAccount {
    private static final Operation GET = Operation.read("user.account");

    private final UnitOfWork units;
    private final UserRepository users;

    /** Reads {@code users} in units of {@code units}. */
    public GetAccount(UnitOfWork units, UserRepository users) {
        this.units = units;
        this.users = users;
    }

    /** Returns the actor's account; empty if it was deleted meanwhile. */
    public Optional<Account> of(Actor actor) {
        return units.snapshot(GET, session -> users.findById(session, actor.user()).map(user -> new Account(user,
                users.profiles(session, List.of(actor.user())).getOrDefault(actor.user(), UserProfile.EMPTY))));
    }
}
