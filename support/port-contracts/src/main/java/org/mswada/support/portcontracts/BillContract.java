package org.mswada.support.portcontracts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** What the contracts of the ports of bills are told with. Each test begins with empty storage. */
public interface BillContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    BillRepository bills();

    BillWriteRepository billWrites();

    LegislatureRepository legislatures();

    default <T> T read(Function<ReadSession, T> work) {
        return units().read(READ, work);
    }

    default <T> T write(Function<WriteSession, T> work) {
        return units().write(WRITE, work);
    }

    default SessionId session() {
        return session(BillFixtures.SESSION.identifier().value());
    }

    default SessionId session(String identifier) {
        return write(session -> legislatures().ensureSession(session, BillFixtures.JURISDICTION,
                BillFixtures.session(identifier), new SessionId(UUID.randomUUID())));
    }

    default List<UpsertResult> store(BillContent... contents) {
        return write(session -> billWrites().upsertBatch(session, List.of(contents)));
    }

    default Optional<Bill> byId(BillId id) {
        return read(session -> bills().findById(session, id));
    }

    default Optional<Bill> byKey(String number) {
        return read(session -> bills().findByKey(session, BillFixtures.key(number)));
    }

    default List<Sponsorship> sponsorships(BillId id) {
        return read(session -> bills().sponsorships(session, List.of(id)).getOrDefault(id, List.of()));
    }

    default List<BillAction> actions(BillId id) {
        return read(session -> bills().actions(session, List.of(id)).getOrDefault(id, List.of()));
    }

    default BillPage page(BillFilter filter, BillSort sort, @Nullable BillCursor after, int limit) {
        return read(session -> bills().list(session, filter, sort, after, limit));
    }

    default List<BillId> list(BillFilter filter) {
        return page(filter, BillSort.INTRODUCED, null, BillPage.MAXIMUM_LIMIT).items().stream().map(BillOverview::id)
                .toList();
    }
}
