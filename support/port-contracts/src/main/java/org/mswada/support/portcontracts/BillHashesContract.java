package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.support.portcontracts.BillFixtures.JURISDICTION;
import static org.mswada.support.portcontracts.BillFixtures.SESSION;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillHashes;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** What every adapter of {@link BillHashes} does. Each test begins with empty storage. */
public interface BillHashesContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    BillHashes hashes();

    BillWriteRepository bills();

    LegislatureRepository legislatures();

    @Test
    default void the_hashes_of_stored_bills_are_found_in_any_spelling_of_their_numbers() {
        BillContent first = units().write(WRITE, open -> {
            SessionId session = legislatures().ensureSession(open, JURISDICTION, SESSION,
                    new SessionId(UUID.randomUUID()));
            BillContent bill = BillFixtures.bill(session, "HR 1");
            List<UpsertResult> _ = bills().upsertBatch(open, List.of(bill, BillFixtures.bill(session, "HR 2")));
            return bill;
        });
        BillKey otherSpelling = BillFixtures.key("h.r. 01");

        assertThat(find(List.of(BillFixtures.key("HR 3"), otherSpelling,
                new BillKey(JURISDICTION.code(), new SessionIdentifier("1999"), BillIdentifier.of("HR 1")),
                new BillKey(new JurisdictionCode("yy"), SESSION.identifier(), BillIdentifier.of("HR 1")))))
                .isEqualTo(Map.of(otherSpelling, new BillHashes.Known(first.hash(), null)));
        assertThat(find(List.of())).isEmpty();
    }

    /** It keeps its number, so an import that knows nothing of it would believe that it can be stored. */
    @Test
    default void of_a_bill_that_is_deleted_it_is_told() {
        BillKey key = BillFixtures.key("HR 1");
        BillContent stored = units().write(WRITE, open -> {
            BillContent bill = BillFixtures.bill(legislatures().ensureSession(open, JURISDICTION, SESSION,
                    new SessionId(UUID.randomUUID())), "HR 1");
            List<UpsertResult> _ = bills().upsertBatch(open, List.of(bill));
            List<BillWriteResult> _ = bills().deleteBatch(open, List.of(new BillVersion(bill.newId(), 1)));
            return bill;
        });

        assertThat(find(List.of(key))).hasEntrySatisfying(key, known -> {
            assertThat(known.hash()).isEqualTo(stored.hash());
            assertThat(known.deletedAt()).isNotNull();
        });
    }

    private Map<BillKey, BillHashes.Known> find(List<BillKey> keys) {
        return units().read(READ, open -> hashes().find(open, keys));
    }
}
