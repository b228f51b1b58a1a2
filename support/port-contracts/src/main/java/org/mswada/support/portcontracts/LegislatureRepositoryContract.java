package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** What every adapter of {@link LegislatureRepository} does. Each test begins with empty storage. */
public interface LegislatureRepositoryContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    LegislatureRepository legislatures();

    @Test
    default void a_session_is_stored_once_and_found_by_its_names() {
        SessionId first = ensure(BillFixtures.SESSION);

        assertThat(ensure(BillFixtures.SESSION)).isEqualTo(first);
        assertThat(ensure(BillFixtures.session("2026"))).isNotEqualTo(first);
        assertThat(find(BillFixtures.SESSION)).contains(first);
    }

    @Test
    default void storage_holds_no_other_jurisdiction_until_one_is_stored() {
        JurisdictionCode here = BillFixtures.JURISDICTION.code();
        assertThat(holdsNoneBut(here)).isTrue();
        ensure(BillFixtures.SESSION);
        assertThat(holdsNoneBut(here)).isTrue();
        assertThat(holdsNoneBut(new JurisdictionCode("yy"))).isFalse();
    }

    @Test
    default void a_jurisdiction_is_stored_without_a_session_and_only_once() {
        for (int time = 0; time < 2; time++) {
            units().<Boolean>write(WRITE, session -> {
                legislatures().ensureJurisdiction(session, BillFixtures.JURISDICTION);
                return true;
            });
        }
        assertThat(holdsNoneBut(new JurisdictionCode("yy"))).isFalse();
        assertThat(find(BillFixtures.SESSION)).isEmpty();
        assertThat(Optional.of(ensure(BillFixtures.SESSION))).isEqualTo(find(BillFixtures.SESSION));
    }

    private Optional<SessionId> find(LegislativeSession legislativeSession) {
        return units().read(READ, session -> legislatures().findSession(session, BillFixtures.JURISDICTION.code(),
                legislativeSession.identifier()));
    }

    private boolean holdsNoneBut(JurisdictionCode jurisdiction) {
        return units().read(READ, session -> legislatures().holdsNoneBut(session, jurisdiction));
    }

    private SessionId ensure(LegislativeSession legislativeSession) {
        return units().write(WRITE, session -> legislatures().ensureSession(session, BillFixtures.JURISDICTION,
                legislativeSession, new SessionId(UUID.randomUUID())));
    }
}
