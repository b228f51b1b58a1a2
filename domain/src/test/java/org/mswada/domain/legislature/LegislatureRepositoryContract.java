package org.mswada.domain.legislature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.BillFixtures;
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
        assertThat(units().read(READ, session -> legislatures().findSession(session, BillFixtures.JURISDICTION.code(),
                BillFixtures.SESSION.identifier()))).contains(first);
    }

    @Test
    default void storage_is_empty_until_something_is_stored() {
        assertThat(units().<Boolean>read(READ, session -> legislatures().isEmpty(session))).isTrue();
        ensure(BillFixtures.SESSION);
        assertThat(units().<Boolean>read(READ, session -> legislatures().isEmpty(session))).isFalse();
    }

    private SessionId ensure(LegislativeSession legislativeSession) {
        return units().write(WRITE, session -> legislatures().ensureSession(session, BillFixtures.JURISDICTION,
                legislativeSession, new SessionId(UUID.randomUUID())));
    }
}
