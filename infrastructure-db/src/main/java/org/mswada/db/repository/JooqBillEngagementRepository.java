package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.mswada.domain.bill.BillEngagement;
import org.mswada.domain.bill.BillEngagementRepository;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.EngagementDelta;
import org.mswada.domain.bill.EngagementResult;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Counters of bills in PostgreSQL. */
final class JooqBillEngagementRepository implements BillEngagementRepository {
    @Inject
    JooqBillEngagementRepository() {}

    @Override
    public Map<BillId, EngagementResult> merge(WriteSession session, Map<BillId, EngagementDelta> deltas) {
        BillRepository.checkIds(deltas.keySet());
        List<Map.Entry<BillId, EngagementDelta>> rows = List.copyOf(deltas.entrySet());
        Field<?>[] columns = {
                ArrayParameters.uuids(rows, row -> row.getKey().value()),
                numbers(rows, EngagementDelta::views), numbers(rows, EngagementDelta::comments),
                numbers(rows, EngagementDelta::shares), numbers(rows, EngagementDelta::bookmarks),
                numbers(rows, EngagementDelta::votesFor), numbers(rows, EngagementDelta::votesAgainst),
                numbers(rows, EngagementDelta::votesNeutral)};
        Map<BillId, EngagementResult> results = new HashMap<>();
        deltas.keySet().forEach(bill -> results.put(bill, EngagementResult.MISSING));
        sql(session).fetch(BillEngagements.MERGE, (Object[]) columns)
                .forEach(row -> results.put(new BillId(row.get("bill_id", UUID.class)),
                        row.get("is_moved", Boolean.class)
                                ? EngagementResult.MOVED
                                : EngagementResult.BELOW_ZERO));
        return results;
    }

    private static Field<Long[]> numbers(List<Map.Entry<BillId, EngagementDelta>> rows,
            Function<EngagementDelta, Long> counter) {
        return ArrayParameters.numbers(rows, row -> counter.apply(row.getValue()));
    }

    @Override
    public Map<BillId, BillEngagement> engagement(ReadSession session, Collection<BillId> bills) {
        BillRepository.checkIds(bills);
        return BillEngagements.OF_BILLS.list(session, bills).stream()
                .collect(Collectors.toMap(OfBill::bill, OfBill::part));
    }

    @Override
    public List<BillOverview> mostEngaged(ReadSession session, int limit) {
        return BillEngagements.MOST_ENGAGED.list(session, BillPage.checkLimit(limit));
    }
}
