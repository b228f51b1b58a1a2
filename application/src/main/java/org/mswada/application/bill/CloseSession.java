package org.mswada.application.bill;

import java.time.Duration;
import java.time.LocalDate;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Closes a session: the bills that are still open in it lapse. Done again, it lets those lapse that were stored since. */
public final class CloseSession {
    /** A session has tens of thousands of bills. */
    private static final Operation CLOSE = Operation.write("session.close").slowFrom(Duration.ofSeconds(30));

    private final UnitOfWork units;
    private final LegislatureRepository legislatures;
    private final BillWriteRepository bills;

    /** Writes to these repositories in units of {@code units}. */
    public CloseSession(UnitOfWork units, LegislatureRepository legislatures, BillWriteRepository bills) {
        this.units = units;
        this.legislatures = legislatures;
        this.bills = bills;
    }

    /** Closes the session on that day. */
    public CloseSessionOutcome close(Actor actor, JurisdictionCode jurisdiction, SessionIdentifier identifier,
            LocalDate on) {
        if (!actor.may(Permission.CLOSE_SESSION)) {
            return new CloseSessionOutcome.Forbidden(Permission.CLOSE_SESSION);
        }
        try {
            return units.write(CLOSE, session -> legislatures.findSession(session, jurisdiction, identifier)
                    .<CloseSessionOutcome>map(found -> {
                        legislatures.close(session, found, on);
                        return new CloseSessionOutcome.Closed(bills.lapse(session, found, on));
                    }).orElseGet(CloseSessionOutcome.UnknownSession::new));
        } catch (ConstraintViolated refused) {
            if ("legislative_session_closed_on_check".equals(refused.constraint())) {
                return new CloseSessionOutcome.NotBegun();
            }
            throw refused;
        }
    }
}
