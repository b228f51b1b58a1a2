package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.UserRepository;
import org.mswada.support.portcontracts.BillFixtures;
import org.mswada.support.portcontracts.SponsorFixtures;
import org.mswada.support.portcontracts.TrackingRepositoryContract;
import org.mswada.support.portcontracts.UserFixtures;

final class JooqTrackingRepositoryTest implements TrackingRepositoryContract {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqBillWriteRepository bills = new JooqBillWriteRepository();
    private SessionId stored;

    @BeforeEach
    void storeSession() {
        stored = units().write(WRITE, session -> new JooqLegislatureRepository().ensureSession(session,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID())));
    }

    /** The other one gives up waiting, which it would not have to do if it could go on. */
    @Test
    void a_bill_that_is_being_followed_is_not_deleted_meanwhile() {
        BillId bill = storeBill();
        NewUser ada = UserFixtures.user("ada");
        units().write(WRITE, session -> users().create(session, ada));

        String state = units().write(WRITE, session -> {
            tracking().follow(session, new TrackingId(UUID.randomUUID()), ada.id(),
                    new TrackingTarget.OfBill(bill), TrackingPreferences.DEFAULT);
            return deleteBills();
        });

        assertThat(state).isEqualTo(LOCK_NOT_AVAILABLE);
    }

    private String deleteBills() {
        try (Connection other = database.connect(); Statement statement = other.createStatement()) {
            statement.execute("set lock_timeout = '50ms'");
            statement.execute("update bill set deleted_at = now()");
            return "deleted";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    @Override
    public UnitOfWork units() {
        return database.units();
    }

    @Override
    public TrackingRepository tracking() {
        return new JooqTrackingRepository();
    }

    @Override
    public UserRepository users() {
        return new JooqUserRepository();
    }

    @Override
    public JurisdictionCode jurisdiction() {
        return BillFixtures.JURISDICTION.code();
    }

    @Override
    public SponsorId storeSponsor() {
        NewSponsor sponsor = SponsorFixtures.printed("Ada", "1");
        units().write(WRITE, session -> new JooqSponsorRepository().create(session, sponsor));
        return sponsor.id();
    }

    @Override
    public BillId storeBill() {
        BillContent bill = BillFixtures.bill(stored, "HR 1");
        units().write(WRITE, session -> bills.upsertBatch(session, List.of(bill)));
        return bill.newId();
    }

    @Override
    public void deleteBill(BillId bill) {
        units().write(WRITE, session -> bills.deleteBatch(session, List.of(new BillVersion(bill, 1))));
    }

    @Override
    public void restoreBill(BillId bill) {
        units().write(WRITE, session -> bills.restore(session, bill));
    }
}
