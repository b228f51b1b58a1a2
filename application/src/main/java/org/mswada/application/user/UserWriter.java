package org.mswada.application.user;

import java.util.function.Function;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** Writes users: one who lost a race for a subject or an address is answered as one who came later. */
final class UserWriter {
    private final UnitOfWork units;

    UserWriter(UnitOfWork units) {
        this.units = units;
    }

    <T> T write(Operation operation, Function<WriteSession, T> work) {
        try {
            return units.write(operation, work);
        } catch (ConstraintViolated refused) {
            // Whoever was first is found the second time. What is refused again is no race.
            if (refused.kind() != ConstraintViolated.Kind.UNIQUE) {
                throw refused;
            }
            return units.write(operation, work);
        }
    }
}
