package org.mswada.application.sponsor;

import java.util.function.Function;
import org.mswada.domain.sponsor.SponsorWriteResult;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Writes a sponsor if the actor may: one who lost a race for an identifier is answered as one who came later. */
final class SponsorWriter {
    private final UnitOfWork units;

    SponsorWriter(UnitOfWork units) {
        this.units = units;
    }

    SponsorChange write(Operation operation, Actor actor, Permission needed,
            Function<WriteSession, SponsorWriteResult> work) {
        if (!actor.may(needed)) {
            return new SponsorChange.Forbidden(needed);
        }
        try {
            return new SponsorChange.Tried(units.write(operation, work));
        } catch (ConstraintViolated refused) {
            // Whoever was first is found the second time. What is refused again is no race.
            if (refused.kind() != ConstraintViolated.Kind.UNIQUE) {
                throw refused;
            }
            return new SponsorChange.Tried(units.write(operation, work));
        }
    }
}
