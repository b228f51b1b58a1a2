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
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.ContentHash;
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
                .isEqualTo(Map.of(otherSpelling, first.hash()));
        assertThat(find(List.of())).isEmpty();
    }

    private Map<BillKey, ContentHash> find(List<BillKey> keys) {
        return units().read(READ, open -> hashes().find(open, keys));
    }
}
