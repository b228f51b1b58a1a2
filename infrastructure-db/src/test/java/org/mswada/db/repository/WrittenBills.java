package org.mswada.db.repository;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.portcontracts.BillFixtures;

/** Bills of a session of their own, by numbers: what lists of bills are made of. */
final class WrittenBills {
    private static final int DAYS = 40;
    private static final int FIRST_ACTIONS = 7;

    private final JooqBillRepository bills = new JooqBillRepository();
    private final JooqBillWriteRepository writes = new JooqBillWriteRepository();
    private final String label = UUID.randomUUID().toString();
    private final SessionId newSession = new SessionId(UUID.randomUUID());
    private final Map<Integer, BillId> stored = new ConcurrentHashMap<>();

    SessionIdentifier session() {
        return new SessionIdentifier(label);
    }

    void begin(WriteSession session) {
        new JooqLegislatureRepository().ensureSession(session, BillFixtures.JURISDICTION, BillFixtures.session(label),
                newSession);
    }

    BillId insert(WriteSession session, int number, List<Sponsorship> sponsorships) {
        BillContent bill = bill(number, 0, sponsorships);
        writes.upsertBatch(session, List.of(bill));
        stored.put(number, bill.newId());
        return bill.newId();
    }

    /** Moves all the days of a bill, and so its places. */
    void change(WriteSession session, int number, int how, List<Sponsorship> sponsorships) {
        writes.upsertBatch(session, List.of(bill(number, 1 + how % DAYS, sponsorships)));
    }

    void delete(WriteSession session, int number) {
        bills.findById(session, stored.get(number)).map(Bill::version).ifPresent(version -> writes.deleteBatch(session,
                List.of(new BillVersion(stored.get(number), version))));
    }

    private BillContent bill(int number, int change, List<Sponsorship> sponsorships) {
        return BillFixtures.bill(newSession, "HR " + number,
                BillFixtures.INTRODUCED_ON.plusDays(number % DAYS + change), "Title " + change, sponsorships,
                List.of(BillFixtures.action(number % FIRST_ACTIONS + change, null)));
    }
}
