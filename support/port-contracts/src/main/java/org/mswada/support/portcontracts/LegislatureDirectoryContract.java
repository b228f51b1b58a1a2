package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.BillFixtures.JURISDICTION;
import static org.mswada.support.portcontracts.BillFixtures.SESSION;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionId;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureDirectory;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** What every adapter of {@link LegislatureDirectory} does. Each test begins with empty storage. */
public interface LegislatureDirectoryContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    LegislatureDirectory directory();

    @Test
    default void what_is_said_last_of_a_jurisdiction_and_a_session_counts() {
        LegislativeSession ended = new LegislativeSession(SESSION.identifier(), "Ended",
                LegislativeSession.Classification.SPECIAL, SESSION.startDate(), SESSION.startDate().plusYears(1));
        Jurisdiction renamed = jurisdiction(JURISDICTION.id(), "Renamed");
        assertThat(jurisdiction()).isEmpty();
        assertThat(session()).isEmpty();

        write(open -> directory().store(open, JURISDICTION));
        write(open -> store(open, SESSION));
        assertThat(jurisdiction()).contains(JURISDICTION);
        assertThat(session()).contains(SESSION);

        write(open -> directory().store(open, renamed));
        write(open -> store(open, ended));
        assertThat(jurisdiction()).contains(renamed);
        assertThat(session()).contains(ended);
    }

    @Test
    default void the_code_of_a_jurisdiction_is_taken_by_no_other() {
        write(open -> directory().store(open, JURISDICTION));
        Jurisdiction other = jurisdiction(new JurisdictionId("ocd-jurisdiction/country:yy/government"), "Other");
        assertThatThrownBy(() -> write(open -> directory().store(open, other)))
                .isInstanceOf(ConstraintViolated.class);
        assertThat(jurisdiction()).contains(JURISDICTION);
    }

    @Test
    default void a_session_of_a_jurisdiction_that_is_not_stored_is_refused() {
        assertThatThrownBy(() -> write(open -> store(open, SESSION))).isInstanceOf(ConstraintViolated.class);
        assertThat(session()).isEmpty();
    }

    private static Jurisdiction jurisdiction(JurisdictionId id, String name) {
        return new Jurisdiction(id, JURISDICTION.code(), name, JURISDICTION.classification(),
                JURISDICTION.timeZone());
    }

    private void store(WriteSession open, LegislativeSession session) {
        directory().store(open, JURISDICTION.code(), session, new SessionId(UUID.randomUUID()));
    }

    private Optional<Jurisdiction> jurisdiction() {
        return units().read(READ, open -> directory().findJurisdiction(open, JURISDICTION.code()));
    }

    private Optional<LegislativeSession> session() {
        return units().read(READ,
                open -> directory().findSession(open, JURISDICTION.code(), SESSION.identifier()));
    }

    private void write(Consumer<WriteSession> work) {
        boolean _ = units().<Boolean>write(WRITE, open -> {
            work.accept(open);
            return true;
        });
    }
}
